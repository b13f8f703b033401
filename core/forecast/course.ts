import { firstAtOrAfter } from '../ascending'
import { gamma } from '../random'
import { DAY, dayNumber, weekdayOf } from './days'
import { likelyHabit, type Habit } from './habit'
import { advanceSeat, copyOfSeat, nextTurn, reachOf, spendAs, type EndedBy, type Seat } from './seat'

/** What is known to come: an amount (a decimal) at a moment, in the order of time. */
export type Planned = { at: number; amount: string }
/**
 * One course the future may take: when nothing is left to spend and what ended it, `planned` where a task takes the last of it; what of
 * each grant lapses, and what is left of a day.
 */
export type Course = { runsOut?: number; by?: EndedBy; planned?: boolean; lapsed: Map<string, number>; left: number[] }

/** `ends`: the end of each day up to `until`, the last of them. */
export type Outset = { seat: Seat; now: number; ends: readonly number[]; offset: number; planned: readonly Planned[] }

/** Spending over time, even from one edge to the next; two edges at one moment are a jump. */
type Curve = { edges: number[]; total: number[] }

/** One course: a rate as likely as the history allows, and days as lumpy as those before. The seat itself is not changed. */
export function courseOf(outset: Outset, habit: Habit, random: () => number): Course {
  const curve = curveOf(outset, habit, random)
  const seat = copyOfSeat(outset.seat)
  const scale = 10 ** seat.wallet.digits
  const course: Course = { lapsed: new Map(), left: [] }
  const { now, ends } = outset
  const until = ends.at(-1)!
  let at = now
  let day = 0
  while (at < until) {
    const to = Math.min(nextTurn(seat), until)
    const { units, by } = reachOf(seat)
    const free = Number(units) / scale
    const before = reached(curve, at)
    for (; day < ends.length && ends[day]! <= to; day++)
      course.left.push(Math.max(0, free - (reached(curve, ends[day]!) - before)))
    const needed = reached(curve, to) - before
    if (needed > free && course.runsOut === undefined) {
      const ends = Math.max(at, whenReached(curve, before + free))
      course.runsOut = ends
      course.by = by
      // Spending jumps where a task is due, and nowhere else.
      course.planned = free > 0 && outset.planned.some((task) => task.at === ends)
    }
    const wanted = BigInt(Math.round(needed * scale))
    spendAs(seat, wanted < units ? wanted : units)
    for (const { kind, grant, amount } of advanceSeat(seat, to))
      if (kind === 'lapse') course.lapsed.set(grant.id, (course.lapsed.get(grant.id) ?? 0) + Number(amount.low))
    at = to
  }
  return course
}

function curveOf({ seat, now, ends, offset, planned }: Outset, habit: Habit, random: () => number): Curve {
  const { rate, lump } = likelyHabit(habit, random)
  const curve: Curve = { edges: [now], total: [0] }
  let task = 0
  let most = mostToday(seat)
  let from = now
  for (const to of ends) {
    const mean = habit.mean[weekdayOf(dayNumber(from, offset))]! * rate * ((to - from) / DAY)
    const wanted = dayOf(mean, lump, most, random)
    const due: Planned[] = []
    while (task < planned.length && planned[task]!.at < to) due.push(planned[task++]!)
    addDay(curve, from, to, wanted, due, most)
    most = mostADay(seat)
    from = to
  }
  return curve
}

/** What a day takes: a gamma number, or a beta number up to what a day may take at most, for days that were learned under a limit keep to it. */
function dayOf(mean: number, lump: number, most: number, random: () => number): number {
  if (mean <= 0) return 0
  if (most === Infinity) return gamma(mean / lump, random) * lump
  if (mean >= most) return most
  const shape = (most - mean) / lump - 1
  if (shape < 0.01) return random() < mean / most ? most : 0
  const spent = gamma((shape * mean) / most, random)
  const spared = gamma((shape * (most - mean)) / most, random)
  return spent + spared > 0 ? (most * spent) / (spent + spared) : 0
}

/** A day's habit, even over the day, and its tasks, each at its moment; a limit by the day leaves tasks their part first. */
function addDay(
  { edges, total }: Curve,
  from: number,
  to: number,
  wanted: number,
  due: readonly Planned[],
  most: number,
) {
  let room = most
  const tasks = due.map(({ at, amount }) => {
    const part = Math.min(Number(amount), room)
    room -= part
    return { at, part }
  })
  const habitual = Math.min(wanted, room)
  const start = total.at(-1)!
  let taken = 0
  const add = (at: number) => {
    edges.push(at)
    total.push(start + taken + (habitual * (at - from)) / (to - from))
  }
  for (const { at, part } of tasks) {
    add(at)
    taken += part
    add(at)
  }
  add(to)
}

const mostADay = ({ daily, wallet }: Seat): number => (daily ? Number(daily.max) / 10 ** wallet.digits : Infinity)
const mostToday = (seat: Seat): number =>
  seat.daily ? Math.max(0, mostADay(seat) - Number(seat.daily.used) / 10 ** seat.wallet.digits) : Infinity

function reached({ edges, total }: Curve, at: number): number {
  const i = placeOf(edges, at)
  if (i === 0) return 0
  const share = (at - edges[i - 1]!) / (edges[i]! - edges[i - 1]!)
  return total[i - 1]! + share * (total[i]! - total[i - 1]!)
}

function whenReached({ edges, total }: Curve, amount: number): number {
  const i = Math.max(1, placeOf(total, amount))
  const gained = total[i]! - total[i - 1]!
  return edges[i - 1]! + (gained === 0 ? 0 : ((amount - total[i - 1]!) / gained) * (edges[i]! - edges[i - 1]!))
}

/** The first place that reaches a value; the last where none does. */
const placeOf = (ascending: readonly number[], value: number): number =>
  firstAtOrAfter(ascending.length - 1, (i) => ascending[i]!, value)
