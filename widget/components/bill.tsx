import { bareText } from '../../core/locales/format'
import { lineName, workingText } from '../../core/locales/estimates'
import type { Words } from '../../core/labels'
import type { Locale } from '../../core/locales'
import type { Estimate } from '../../core/result'

export type BillProps = { estimate: Estimate; words: Words; locale: Locale }

/** The lines of the bill, each with the working that leads to it; they add up to the total. */
export function Bill({ estimate, words, locale }: BillProps) {
  if (estimate.status === 'unpriced') return null
  const { lines, currency } = estimate
  return (
    <ul class="bill" part="breakdown" aria-label={locale.messages.line.lines}>
      {lines.map((line, at) => {
        const working = workingText(line, currency, words, locale)
        const name = lineName(line, locale)
        return (
          <li class="row" key={at}>
            <span>
              {working || name}
              {working && lines.length > 1 && <small class="quiet">{name}</small>}
            </span>
            <span class="n">{bareText(line.total, currency, locale)}</span>
          </li>
        )
      })}
    </ul>
  )
}

export const billStyle = `
.row { display: flex; justify-content: space-between; align-items: baseline; gap: calc(var(--u) * 4); padding-block: calc(var(--u) / 2); }
.row > :first-child { min-inline-size: 0; overflow-wrap: anywhere; }
.row small { display: block; font-size: .85em; }
.bill .row + .row { margin-block-start: var(--u); }
`
