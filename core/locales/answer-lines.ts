import type { Answers } from '../answers'
import { compactChange, headline } from '../headline'
import { changedText, cheaperText, fitsText, moreText } from './answers'
import type { Subject } from './settings'

/** One quiet line under a price; at most one of them matters most. */
export type AnswerLine = { is: 'fits' | 'more' | 'cheaper' | 'changed'; text: string; matters: boolean }

/** What the lines are made of; what is absent is left out. */
export type LinesQuestion = Partial<Answers> & { subject: Subject; now: number }

/** What still fits, what would be cheaper, what the last change did: the compact form of the answers, the same on every surface. */
export function answerLines({ subject, stands, afford, cheaper, changed, now }: LinesQuestion): AnswerLine[] {
  const top = headline({ stands, afford, cheaper, changed, now })
  const stopped = top?.is === 'short' || top?.is === 'binding'
  const change = cheaper?.status === 'known' ? compactChange(cheaper) : undefined
  const currency = cheaper?.status === 'known' ? cheaper.currency : ''
  const lines: Omit<AnswerLine, 'matters'>[] = [
    { is: 'fits', text: stopped && top.fits ? fitsText(subject, top.fits, currency) : '' },
    { is: 'more', text: !stopped && afford?.status === 'known' && afford.runs ? moreText(afford, subject.locale) : '' },
    { is: 'cheaper', text: !stopped && change ? cheaperText(subject, change, currency) : '' },
    { is: 'changed', text: changedText(subject, changed) },
  ]
  return lines
    .filter(({ text }) => text !== '')
    .map((line) => ({ ...line, matters: line.is === top?.is || (line.is === 'fits' && stopped) }))
}
