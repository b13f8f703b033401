import type { Changes } from './changes'
import type { Cheaper, CheaperAnswer } from './cheaper'
import type { Afford } from './afford'
import type { Part } from './wallet'
import type { Range } from './result'
import { amountOf } from './signed'
import { compare } from './amount'
import type { Standing } from './standing'
import { isMoney, type Binding } from './limits'

/** The one line that matters most about a run; everything else stays quiet. */
export type Headline =
  | { is: 'short'; short: Range; fits?: Cheaper }
  | { is: 'binding'; binding: Binding; fits?: Cheaper }
  | { is: 'lapses'; grant: Part['grant']; amount: Range; at: number }
  | { is: 'cheaper'; change: Cheaper }
  | { is: 'changed'; difference: Range }
  | { is: 'more'; runs: number }

/** Grants that lapse within this time are worth a line. */
const SOON = 7 * 86_400_000
/** A saving below a tenth is not worth the first line. */
const WORTH = 10n

/** Shortfall, then the limit that binds, then credits about to lapse, then what would be cheaper, then what changed. */
export function headline({
  stands,
  cheaper,
  changed,
  afford,
  now,
}: {
  stands?: Standing
  cheaper?: CheaperAnswer
  changed?: Changes
  afford?: Afford
  now: number
}): Headline | undefined {
  if (stands?.status === 'short' && stands.short)
    return { is: 'short', short: stands.short, ...fitting(stands, cheaper) }
  const { binding } = stands ?? {}
  if (stands && binding && binding.kind !== 'balance') return { is: 'binding', binding, ...fitting(stands, cheaper) }
  // A day's credits lapse every day: that is no news.
  const lapsing = stands?.drains.find(
    ({ grant }) => grant.kind !== 'daily' && grant.expires && grant.expires - now <= SOON,
  )
  if (lapsing) return { is: 'lapses', grant: lapsing.grant, amount: lapsing.amount, at: lapsing.grant.expires! }
  const change = cheaper?.status === 'known' ? compactChange(cheaper) : undefined
  if (change) return { is: 'cheaper', change }
  if (changed?.status === 'changed' && !isNothing(changed.difference))
    return { is: 'changed', difference: changed.difference }
  if (afford?.status === 'known' && afford.runs?.low) return { is: 'more', runs: afford.runs.low }
  return undefined
}

const isNothing = ({ low, high }: Range): boolean => low === '0' && high === '0'

/** The change that gives up least and brings the run within the balance, and within the limit on amounts that stops it. */
function fitting({ balance, spendable, binding }: Standing, cheaper: CheaperAnswer | undefined): { fits?: Cheaper } {
  const isAmount = binding === undefined || binding.kind === 'balance' || isMoney(binding.kind)
  const free = spendable?.left ?? balance
  if (!isAmount || free === undefined || cheaper?.status !== 'known') return {}
  const most = [free, binding?.left ?? free].map((left) => amountOf({ low: left, high: left }))
  const enough = cheaper.changes.filter(({ total }) => {
    const { hi, d } = amountOf(total)
    return most.every((room) => compare(hi, d, room.lo, room.d) <= 0)
  })
  const fits = gentlest(enough)
  return fits ? { fits } : {}
}

/** The change for one compact line: the gentlest single one that saves at least a tenth of the total, surely. */
export function compactChange({ changes, total }: CheaperAnswer & { status: 'known' }): Cheaper | undefined {
  const whole = amountOf(total)
  const worth = changes.filter(({ saving }) => {
    const { lo, d } = amountOf(saving)
    return compare(lo * WORTH, d, whole.hi, whole.d) >= 0
  })
  return gentlest(worth)
}

/** Fewest edits, a step down before another kind, and then the least that is given up. */
function gentlest(changes: readonly Cheaper[]): Cheaper | undefined {
  const rank = ({ edits, least }: Cheaper) =>
    edits.length * 4 + (edits.some(({ kind }) => kind === 'other') ? 2 : 0) + (least ? 0 : 1)
  return [...changes].reverse().sort((a, b) => rank(a) - rank(b))[0]
}
