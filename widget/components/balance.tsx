import { leavesText, shortText, spendableText, usesText } from '../../core/locales/standings'
import { bareText } from '../../core/locales/format'
import type { Locale } from '../../core/locales'
import { fill } from '../../core/locales/message'
import type { Standing } from '../../core/standing'

export type BalanceProps = { standing: Standing; currency: string; locale: Locale; now: number }

/** What is there now and what will be after, as words and as a bar, and which grants the run uses. */
export function Balance({ standing, currency, locale, now }: BalanceProps) {
  const { panel } = locale.messages
  const { balance, short, spendable, status } = standing
  if (balance === undefined)
    return standing.because === 'no-account' ? null : <p class="quiet">{panel.balanceUnknown}</p>
  const under = spendable?.under
  const free = spendable?.left ?? balance
  const have = bareText(free, currency, locale)
  // What a limit stops leaves nothing less behind.
  const stopped = status === 'limit' || status === 'not-permitted'
  const after = stopped ? undefined : (spendable ?? standing).after
  const words = !after
    ? spendableText({ left: free, ...(under && { under }) }, currency, locale)
    : short
      ? fill(panel.balanceShort, { now: have, short: shortText(short, currency, locale) }, locale)
      : fill(panel.balance, { now: have, after: bareText(after, currency, locale) }, locale)
  return (
    <div class="balance">
      <p class="n">{words}</p>
      {after && <Bar kept={share(short ? '0' : after.low, free)} possible={share(short ? '0' : after.high, free)} />}
      {under && !stopped && <p class="quiet">{leavesText(under, balance, currency, locale)}</p>}
      {!stopped && standing.drains.length > 0 && (
        <p class="quiet">{usesText(standing.drains, currency, locale, now)}</p>
      )}
    </div>
  )
}

/** The part of the balance that stays for certain, and the part that may stay; words beside it say the same. */
function Bar({ kept, possible }: { kept: number; possible: number }) {
  return (
    <div class="bar" aria-hidden="true">
      <div class="fill" style={{ inlineSize: `${kept}%` }} />
      <div class="fill maybe" style={{ inlineSize: `${possible - kept}%` }} />
    </div>
  )
}

// A drawing, not a number that is printed: floating point is good enough here.
function share(part: string, whole: string): number {
  const percent = (Number(part) / Number(whole)) * 100
  return Number.isFinite(percent) ? Math.min(100, Math.max(0, percent)) : 0
}

export const balanceStyle = `
.balance { display: grid; gap: var(--u); }
.bar { display: flex; block-size: 6px; border-radius: 3px; overflow: hidden; background: var(--sunken); box-shadow: inset 0 0 0 1px var(--line); }
.fill { background: var(--accent); }
.fill.maybe { opacity: .4; }
@media (forced-colors: active) { .fill { forced-color-adjust: none; background: Highlight; } }
`
