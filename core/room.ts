import type { Account } from './account'
import { add, parseDecimal, ZERO, type Amount } from './amount'
import { sumOf, type Pot } from './grants'
import { bindingsOf, left, limitsFor, named, reachUnder, stops, type Binding } from './limits'
import type { RateCard } from './rate-card'
import type { Estimate } from './result'
import { freePots, type Standing } from './standing'

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
  const cap = account.cap && amountBound(named('cap', account.cap), capRoom(account.cap, pots))
  const limits = limitsFor(account, feature).flatMap((limit): Bound[] => {
    if (limit.max === null || !stops(limit)) return []
    const room = left(limit.max, limit.used)
    const { max, used, resets } = limit
    const binding = { ...named(limit.kind, { max, used, resets }), ...(limit.name && { name: limit.name }) }
    if (limit.kind === 'spend') return [amountBound(binding, room)]
    return limit.kind === 'runs' ? [{ binding, most: () => room.lo / room.d }] : []
  })
  return cap ? [cap, ...limits] : limits
}

/** How much a cap still allows. */
function capRoom({ max, used }: NonNullable<Account['cap']>, pots: readonly Pot[]): Amount {
  const capped = left(max, used)
  const d = pots.reduce((product, pot) => product * pot.left.d, capped.d)
  const units = (amount: Amount) => amount.lo * (d / amount.d)
  const reach = reachUnder(
    units(capped),
    pots.map(({ grant, left: held }) => ({ grant, lo: units(held) })),
  )
  return { lo: reach, hi: reach, d }
}

const amountBound = (binding: Binding, room: Amount): Bound => ({ binding, most: (each) => into(room, each, false) })

function into(room: Amount, each: Amount, started: boolean): bigint | undefined {
  if (each.lo === 0n) return undefined
  const n = room.lo * each.d
  const size = room.d * each.lo
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
