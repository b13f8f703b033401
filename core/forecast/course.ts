import { gamma } from '../random'
import { DAY, dayNumber, dayStart, weekdayOf } from './days'
import type { Habit } from './habit'
import { advanceSeat, copyOfSeat, nextTurn, reachOf, spendAs, type EndedBy, type Seat } from './seat'

/** What is known to come: an amount (a decimal) at a moment, in the order of time. */
export type Planned = { at: number; amount: string }
/** One course the future may take: when nothing is left to spend and what ended it, what of each grant lapses, and what is left of a day. */
export type Course = { runsOut?: number; by?: EndedBy; lapsed: Map<string, number>; left: number[] }

export type Outset = { seat: Seat; now: number; until: number; offset: number; planned: readonly Planned[] }

/** Spending up to the end of each day, even within it. */
type Curve = { edges: number[]; total: number[] }

/** One course: a rate as likely as the history allows, and days as lumpy as those before. The seat itself is not changed. */
export function courseOf(outset: Outset, habit: Habit, random: () => number): Course {
  const curve = curveOf(outset, habit, random)
  const seat = copyOfSeat(outset.seat)
  const scale = 10 ** seat.wallet.digits
  const course: Course = { lapsed: new Map(), left: [] }
  let at = outset.now
  let day = 1
  while (at < outset.until) {
    const to = Math.min(nextTurn(seat), outset.until)
    const { units, by } = reachOf(seat)
    const free = Number(units) / scale
    const before = reached(curve, at)
    for (; day < curve.edges.length && curve.edges[day]! <= to; day++)
      course.left.push(Math.max(0, free - (curve.total[day]! - before)))
    const needed = reached(curve, to) - before
    if (needed > free && course.runsOut === undefined) {
      course.runsOut = Math.max(at, whenReached(curve, before + free))
      course.by = by
    }
    const wanted = BigInt(Math.round(needed * scale))
    spendAs(seat, wanted < units ? wanted : units)
    for (const { kind, grant, amount } of advanceSeat(seat, to))
      if (kind === 'lapse') course.lapsed.set(grant.id, (course.lapsed.get(grant.id) ?? 0) + Number(amount.low))
    at = to
  }
  return course
}

function curveOf({ seat, now, until, offset, planned }: Outset, habit: Habit, random: () => number): Curve {
  // The rate is as uncertain as the few lumps it was learned from make it.
  const rate = gamma(habit.lumps, random) / habit.lumps
  const edges = [now]
  const total = [0]
  let sum = 0
  let task = 0
  let most = mostToday(seat)
  for (let day = dayNumber(now, offset); edges.at(-1)! < until; day++) {
    const from = edges.at(-1)!
    const to = Math.min(dayStart(day + 1, offset), until)
    const mean = habit.mean[weekdayOf(day)]! * rate * ((to - from) / DAY)
    let wanted = mean > 0 ? gamma(mean / habit.lump, random) * habit.lump : 0
    while (task < planned.length && planned[task]!.at < to) wanted += Number(planned[task++]!.amount)
    sum += Math.min(wanted, most)
    most = mostADay(seat)
    edges.push(to)
    total.push(sum)
  }
  return { edges, total }
}

const mostADay = ({ daily, wallet }: Seat): number => (daily ? Number(daily.max) / 10 ** wallet.digits : Infinity)
const mostToday = (seat: Seat): number =>
  seat.daily ? Math.max(0, mostADay(seat) - Number(seat.daily.used) / 10 ** seat.wallet.digits) : Infinity

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
