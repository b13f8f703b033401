import type { Lane, Measured } from '../lanes'
import { amountText } from './format'
import type { Locale } from './index'
import { fill } from './message'
import { spanText, waitText } from './time'

/** "waits in the queue · starts in about 1–2 min · takes about 30–60 sec · yours took about 40–90 sec (12 times)". */
export function laneText({ queued, wait, completion, measured }: Lane, locale: Locale): string {
  const { lane, reason } = locale.messages
  const timed = (text: string, span: { low: number; high: number }) =>
    fill(text, { wait: waitText(span, locale) }, locale)
  const yours =
    measured && fill(reason.words, { reason: timed(lane.yours, measured), words: basisOf(measured, locale) }, locale)
  return [queued && lane.queued, wait && timed(lane.starts, wait), completion && timed(lane.takes, completion), yours]
    .filter(Boolean)
    .join(' · ')
}

/** "12 times, 3 – 18 Nov". */
function basisOf({ basis: { n, from, to } }: Measured, locale: Locale): string {
  const { answer, lane } = locale.messages
  const said = fill(lane.times, { n }, locale)
  return from === undefined || to === undefined
    ? said
    : fill(answer.keptSpan, { said, span: spanText(from, to, locale) }, locale)
}

/** What a way takes; a paid one without a price says so. */
export const totalOrNothing = ({ total }: Lane, currency: string, locale: Locale): string =>
  total
    ? total.high === '0'
      ? locale.messages.lane.free
      : amountText(total, currency, locale)
    : locale.messages.amount.unknown
