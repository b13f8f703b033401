import type { CheaperAnswer } from '../../../core/cheaper'
import { editsText, savingText, type Subject } from '../../../core/locales/answers'
import { amountText } from '../../../core/locales/format'

export type CheaperListProps = { subject: Subject; answer: CheaperAnswer; most?: number }

/** Settings that come to less, greatest saving first, each with what it gives up. Shown, never set for the user. */
export function CheaperList({ subject, answer, most = 5 }: CheaperListProps) {
  const { locale } = subject
  const { answer: texts } = locale.messages
  if (answer.status === 'unpriced') return null
  if (answer.changes.length === 0) return <p class="quiet">{texts.noCheaper}</p>
  return (
    <ol class="cheaper" aria-label={texts.cheaper}>
      {answer.changes.slice(0, most).map((change, at) => (
        <li class="row" key={at}>
          <span>
            {editsText(subject, change.edits)}
            <small class="quiet">{amountText(change.total, answer.currency, locale)}</small>
          </span>
          <span class="n saving">{savingText(change, answer.currency, locale)}</span>
        </li>
      ))}
    </ol>
  )
}
