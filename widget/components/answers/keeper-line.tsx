import type { Keeper } from '../../../core/keeper'
import { keeperMostText, keeperText, keepRateText } from '../../../core/locales/answers'
import { fill } from '../../../core/locales/message'
import type { Locale } from '../../../core/locales'

export type KeeperLineProps = { answer: Keeper; currency: string; locale: Locale }

/** What it comes to until one is kept, and what that rests on. */
export function KeeperLine({ answer, currency, locale }: KeeperLineProps) {
  const { answer: texts } = locale.messages
  if (answer.status === 'silent') return <p class="keeper quiet">{keeperText(answer, currency, locale)}</p>
  const unknown = answer.terms.failures === 'unknown' && answer.runs.expected.low !== answer.runs.expected.high
  return (
    <div class="keeper">
      <p class="row">
        <span>{fill(texts.keeper, { n: answer.wanted }, locale)}</span>
        <strong>{keeperText(answer, currency, locale)}</strong>
      </p>
      <small class="quiet">
        {[keeperMostText(answer, currency, locale), keepRateText(answer, locale), unknown && texts['retries-unknown']]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </div>
  )
}
