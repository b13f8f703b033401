import type { Account } from './account'
import { add, parseDecimal, ZERO, type Amount } from './amount'
import { freePots, sumOf, type Pot } from './grants'
import { bindingsOf, left, limitsFor, namedLimit, spendRooms, stops, type Binding } from './limits'
import type { RateCard } from './rate-card'
import type { Estimate } from './result'
import type { Standing } from './standing'

/** One thing that bounds how much may be run: how many runs of `each` (an exact amount) it allows; undefined: without limit. */
type Bound = { binding: Binding; most: (each: Amount) => bigint | undefined }

/** What an account still allows for a feature. `blocked`: nothing at all, and why. */
export type Room =
  | { is: 'known'; free: Amount; bounds: Bound[] }
  | { is: 'blocked'; binding: Binding }
  | { is: 'unknown'; because: NonNullable<Standing['because']> }

/** Balance and overdraft, the member's cap, and limits on spend and runs, as bounds on further runs. `now` in milliseconds. */
export function roomOf(account: Account | undefined, card: RateCard, estimate: Estimate, now: number): Room {
  if (!account) return { is: 'unknown', because: 'no-account' }
  const [binding] = bindingsOf(account, card, estimate, ZERO, undefined)
  if (binding) return { is: 'blocked', binding }
  if (account.currency !== estimate.currency) return { is: 'unknown', because: 'other-currency' }
  const pots = freePots(account, card, estimate.feature, now)
  if (!pots) return { is: 'unknown', because: 'no-balance' }
  const free = sumOf(pots)
  return {
    is: 'known',
    free,
    bounds: [balanceBound(account, card, free), ...limitBounds(account, estimate.feature, pots)],
  }
}

function balanceBound(account: Account, card: RateCard, free: Amount): Bound {
  const overdraft = account.plan ? card.plans?.[account.plan]?.overdraft : undefined
  const binding: Binding = { kind: 'balance' }
  // A balance above zero may be taken below it by one run, so a started run counts.
  if (overdraft === null) return { binding, most: (each) => into(free, each, true) }
  const reach = overdraft === undefined ? free : add(free, parseDecimal(overdraft) ?? ZERO)
  return { binding, most: (each) => into(reach, each, false) }
}

function limitBounds(account: Account, feature: string, pots: readonly Pot[]): Bound[] {
  const amounts = spendRooms(account, feature, pots).map(({ binding, left: room }) => amountBound(binding, room))
  const counts = limitsFor(account, feature).flatMap((limit): Bound[] => {
    if (limit.kind !== 'runs' || limit.max === null || !stops(limit)) return []
    const room = left(limit.max, limit.used)
    return [{ binding: namedLimit(limit), most: () => room.lo / room.d }]
  })
  return [...amounts, ...counts]
}

const amountBound = (binding: Binding, room: Amount): Bound => ({ binding, most: (each) => into(room, each, false) })

function into(room: Amount, each: Amount, started: boolean): bigint | undefined {
  if (each.lo === 0n) return undefined
  const n = room.lo * each.d
  const size = room.d * each.lo
  if (n <= 0n) return 0n
  return started ? (n + size - 1n) / size : n / size
}

/** The most runs of an exact amount, and what ends them; `runs` undefined: nothing does. */
export function mostRuns(room: Room & { is: 'known' }, each: Amount): { runs?: bigint; binding?: Binding } {
  let found: { runs?: bigint; binding?: Binding } = {}
  for (const { binding, most } of room.bounds) {
    const runs = most(each)
    if (runs !== undefined && (found.runs === undefined || runs < found.runs)) found = { runs, binding }
  }
  return found
}
