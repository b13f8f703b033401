import type { Lane } from '../lanes'
import { amountText } from './format'
import type { Locale } from './index'
import { fill } from './message'
import { waitText } from './time'

/** "waits in the queue · starts in about 1–2 min · takes about 30–60 sec · yours took about 40–90 sec (12 times)". */
export function laneText({ queued, wait, completion, measured }: Lane, locale: Locale): string {
  const { lane, reason } = locale.messages
  const timed = (text: string, span: { low: number; high: number }) =>
    fill(text, { wait: waitText(span, locale) }, locale)
  const yours =
    measured &&
    fill(
      reason.words,
      { reason: timed(lane.yours, measured), words: fill(lane.times, { n: measured.basis.n }, locale) },
      locale,
    )
  return [queued && lane.queued, wait && timed(lane.starts, wait), completion && timed(lane.takes, completion), yours]
    .filter(Boolean)
    .join(' · ')
}

/** What a way takes; a paid one without a price says so. */
export const totalOrNothing = ({ total }: Lane, currency: string, locale: Locale): string =>
  total
    ? total.high === '0'
      ? locale.messages.lane.free
      : amountText(total, currency, locale)
    : locale.messages.amount.unknown
