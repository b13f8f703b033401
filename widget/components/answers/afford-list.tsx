import type { Afford, Reach } from '../../../core/afford'
import { featureName, wordsOf } from '../../../core/labels'
import { moreText, offerText, valueText, type Subject } from '../../../core/locales/answers'
import { amountText } from '../../../core/locales/format'
import { fill } from '../../../core/locales/message'

export type AffordListProps = { subject: Subject; answer: Afford }

/** What the balance and the limits still allow: how many like this, and how far each setting goes. */
export function AffordList({ subject, answer }: AffordListProps) {
  const { locale, card, feature } = subject
  const { answer: texts } = locale.messages
  return (
    <section class="afford" aria-label={`${texts.afford}: ${featureName(card, feature)}`}>
      <p>
        <strong>{moreText(answer, locale)}</strong>
      </p>
      {answer.status === 'known' && answer.reaches.length > 0 && (
        <dl>
          {answer.reaches.map((reach) => (
            <div class="row" key={reach.dimension}>
              <dt class="quiet">{wordsOf(card, feature).dimension(reach.dimension)}</dt>
              <dd>
                {reach.offers.length === 0
                  ? texts.nothingFits
                  : reach.offers.slice(0, 3).map((offer) => (
                      <span class="n" key={String(offer.value)}>
                        {offerText(subject, reach.dimension, offer)}
                      </span>
                    ))}
                {reach.next && <small class="quiet">{nextText(subject, reach, answer.currency)}</small>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

/** "41 s would come to 410 credits": the step that does not fit. */
function nextText(subject: Subject, { dimension, next }: Reach, currency: string): string {
  const { locale } = subject
  const amount = amountText(next!.total, currency, locale)
  return fill(locale.messages.answer.next, { value: valueText(subject, dimension, next!.value), amount }, locale)
}
