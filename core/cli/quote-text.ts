import { wordsOf } from '../labels'
import type { Locale } from '../locales'
import { lineName, qualifierText, totalText, workingText } from '../locales/estimates'
import { bareText, worthText } from '../locales/format'
import { fill } from '../locales/message'
import { reasonText } from '../locales/reasons'
import type { RateCard } from '../rate-card'
import type { Estimate } from '../result'
import { worthOf } from '../worth'
import { suggestion } from './asked'

/** The total, its lines, why it is not one number, and what must be said of its sources. */
export function quoteText(card: RateCard, estimate: Estimate, locale: Locale): string {
  const words = wordsOf(card, estimate.feature)
  const reasons = estimate.reasons.map((reason) => {
    const near = suggestion(reason)
    const says = reasonText(reason, words, locale)
    return `  ${near === undefined ? says : fill(locale.messages.command.near, { says, near }, locale)}`
  })
  const qualifier = qualifierText(estimate, locale)
  const sources = estimate.sources.map(({ source }) => `  ${source.url}`)
  return [
    headline(card, estimate, locale),
    ...table(estimate.lines.map((line) => [lineName(line, locale), working(estimate, line), amount(estimate, line)])),
    ...reasons,
    ...(qualifier === '' ? [] : [`  ${qualifier}`]),
    ...sources,
  ].join('\n')

  function working({ currency }: Estimate, line: Estimate['lines'][number]): string {
    return workingText(line, currency, words, locale)
  }
  function amount({ currency }: Estimate, line: Estimate['lines'][number]): string {
    return bareText(line.total, currency, locale)
  }
}

/** The total as every surface prints it, and what it is worth in money where the card says so. */
function headline(card: RateCard, estimate: Estimate, locale: Locale): string {
  const text = totalText(estimate, locale)
  if (estimate.status === 'unpriced' || !card.money || estimate.currency !== card.currency) return text
  return `${text}  ${worthText(worthOf(estimate.total, card.money), locale)}`
}

/** Columns under one another; the last, an amount, is set to the right. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>((w, row) => row.map((cell, i) => Math.max(w[i] ?? 0, cell.length)), [])
  return rows.map((row) => {
    const cells = row.map((cell, i) => (i === row.length - 1 ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
    return `  ${cells.filter((_, i) => widths[i]! > 0).join('  ')}`.trimEnd()
  })
}
