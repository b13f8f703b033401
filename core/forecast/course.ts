import { gamma } from '../random'
import { advance, copyOf, freeIn, nextEvent, spend, type Wallet } from '../wallet'
import { DAY, dayNumber, dayStart, weekdayOf } from './days'
import type { Habit } from './habit'

/** What is known to come: an amount (a decimal) at a moment, in the order of time. */
export type Planned = { at: number; amount: string }
/** One course the future may take: when the credits run out, what of each grant lapses, and the balance at the end of each day. */
export type Course = { runsOut?: number; lapsed: Map<string, number>; balance: number[] }

export type Outset = { wallet: Wallet; now: number; until: number; offset: number; planned: readonly Planned[] }

/** Spending up to the end of each day, even within it. */
type Curve = { edges: number[]; total: number[] }

/** One course: a rate as likely as the history allows, and days as lumpy as those before. The wallet itself is not changed. */
export function courseOf(outset: Outset, habit: Habit, random: () => number): Course {
  const curve = curveOf(outset, habit, random)
  const wallet = copyOf(outset.wallet)
  const scale = 10 ** wallet.digits
  const course: Course = { lapsed: new Map(), balance: [] }
  let at = outset.now
  let day = 1
  while (at < outset.until) {
    const to = Math.min(nextEvent(wallet), outset.until)
    const free = Number(freeIn(wallet).lo) / scale
    const before = reached(curve, at)
    for (; day < curve.edges.length && curve.edges[day]! <= to; day++)
      course.balance.push(Math.max(0, free - (curve.total[day]! - before)))
    const needed = reached(curve, to) - before
    if (needed > free && course.runsOut === undefined) course.runsOut = Math.max(at, whenReached(curve, before + free))
    spend(wallet, BigInt(Math.round(needed * scale)))
    for (const { kind, grant, amount } of advance(wallet, to))
      if (kind === 'lapse') course.lapsed.set(grant.id, (course.lapsed.get(grant.id) ?? 0) + Number(amount.low))
    at = to
  }
  return course
}

function curveOf({ now, until, offset, planned }: Outset, habit: Habit, random: () => number): Curve {
  // The rate is as uncertain as the few lumps it was learned from make it.
  const rate = gamma(habit.lumps, random) / habit.lumps
  const edges = [now]
  const total = [0]
  let sum = 0
  let task = 0
  for (let day = dayNumber(now, offset); edges.at(-1)! < until; day++) {
    const from = edges.at(-1)!
    const to = Math.min(dayStart(day + 1, offset), until)
    const mean = habit.mean[weekdayOf(day)]! * rate * ((to - from) / DAY)
    if (mean > 0) sum += gamma(mean / habit.lump, random) * habit.lump
    while (task < planned.length && planned[task]!.at < to) sum += Number(planned[task++]!.amount)
    edges.push(to)
    total.push(sum)
  }
  return { edges, total }
}

function reached({ edges, total }: Curve, at: number): number {
  const i = firstAtOrAfter(edges, at)
  if (i === 0) return 0
  const share = (at - edges[i - 1]!) / (edges[i]! - edges[i - 1]!)
  return total[i - 1]! + share * (total[i]! - total[i - 1]!)
}

function whenReached({ edges, total }: Curve, amount: number): number {
  const i = Math.max(1, firstAtOrAfter(total, amount))
  const gained = total[i]! - total[i - 1]!
  return edges[i - 1]! + (gained === 0 ? 0 : ((amount - total[i - 1]!) / gained) * (edges[i]! - edges[i - 1]!))
}

function firstAtOrAfter(ascending: readonly number[], value: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
