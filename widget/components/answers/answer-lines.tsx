import type { Afford } from '../../../core/afford'
import type { Changes } from '../../../core/changes'
import type { CheaperAnswer } from '../../../core/cheaper'
import { compactChange, headline } from '../../../core/headline'
import { changedText, cheaperText, fitsText, moreText, type Subject } from '../../../core/locales/answers'
import type { Standing } from '../../../core/standing'

export type AnswerLinesProps = {
  subject: Subject
  stands?: Standing
  afford?: Afford
  cheaper?: CheaperAnswer
  changed?: Changes
  now: number
}

/** The quiet lines under a price: what still fits, what would be cheaper, what the last change did. One of them may matter most. */
export function AnswerLines({ subject, stands, afford, cheaper, changed, now }: AnswerLinesProps) {
  const top = headline({ stands, afford, cheaper, changed, now })
  const short = top?.is === 'short'
  const change = cheaper?.status === 'known' ? compactChange(cheaper) : undefined
  const currency = cheaper?.status === 'known' ? cheaper.currency : ''
  const lines = [
    { is: 'fits', text: short && top.fits ? fitsText(subject, top.fits, currency) : '' },
    { is: 'more', text: !short && afford?.status === 'known' && afford.runs ? moreText(afford, subject.locale) : '' },
    { is: 'cheaper', text: !short && change ? cheaperText(subject, change, currency) : '' },
    { is: 'changed', text: changedText(subject, changed) },
  ].filter(({ text }) => text !== '')
  if (lines.length === 0) return null
  return (
    <ul class="answers">
      {lines.map(({ is, text }) => (
        <li key={is} data-matters={is === top?.is || (is === 'fits' && short) ? '' : undefined}>
          {text}
        </li>
      ))}
    </ul>
  )
}
