import { add, atLeast, decimal, parseDecimal, ZERO, type Amount } from '../../core/amount'
import type { Expression, Time, Where } from './connector'

/** A reply: its body, and the headers the connector may point at. */
export type Reply = { body: unknown; header: (name: string) => string | null }
/** undefined: unknown. null is not an amount: what it means is the connector's to say. */
export type Worth = Amount | 'unlimited' | undefined

/** RFC 6901; undefined where nothing stands. Only own properties: a reply cannot reach a prototype. */
export function at(root: unknown, pointer: string): unknown {
  if (pointer === '') return root
  let here = root
  for (const part of pointer.slice(1).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (!here || typeof here !== 'object' || !Object.hasOwn(here, key)) return undefined
    here = (here as Record<string, unknown>)[key]
  }
  return here
}

/** A pointer into a reply's body or at one of its headers. */
export const valueAt = (reply: Reply, pointer: string): unknown =>
  pointer.startsWith('header:') ? (reply.header(pointer.slice(7)) ?? undefined) : at(reply.body, pointer)

/** A number, or a text such as "1,234.50"; undefined for anything else. */
export function amountOf(value: unknown): Amount | undefined {
  if (typeof value === 'string') return parseDecimal(value.trim().replace(/(?<=\d),(?=\d{3}(\D|$))/g, ''))
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  const text = String(value)
  return parseDecimal(text.includes('e') ? value.toFixed(18) : text)
}

/** The entries of a list or of an object, with their keys. */
export function entries(value: unknown): [string, unknown][] {
  return value && typeof value === 'object' ? Object.entries(value).slice(0, 10_000) : []
}

export const fitsIn = (item: unknown, where: Where | undefined): boolean =>
  Object.entries(where ?? {}).every(([pointer, wanted]) => at(item, pointer) === wanted)

/** Items of a list or object that fit. */
export const itemsOf = (reply: Reply, pointer: string, where?: Where): unknown[] =>
  entries(valueAt(reply, pointer))
    .map(([, item]) => item)
    .filter((item) => fitsIn(item, where))

/** What an expression comes to. A missing or null value is unknown, unless the expression says what null means. */
export function worth(reply: Reply, e: Expression): Worth {
  if (typeof e === 'string') return amountOf(valueAt(reply, e))
  if ('const' in e) return parseDecimal(e.const)
  if ('sum' in e) return total(e.sum.map((part) => worth(reply, part)))
  if ('sub' in e) return total([worth(reply, e.sub[0]), negative(worth(reply, e.sub[1]))])
  if ('neg' in e) return negative(worth(reply, e.neg))
  if ('scale' in e) return scaled(worth(reply, e.scale), parseDecimal(e.by))
  if ('firstOf' in e) return e.firstOf.map((part) => worth(reply, part)).find((part) => part !== undefined)
  if ('sumOf' in e) return sumOf(reply, e.sumOf, e.value, e.where)
  if ('pick' in e) return pick(reply, e.pick, e.prefer, e.value)
  if ('count' in e)
    return Array.isArray(valueAt(reply, e.count)) ? parseDecimal(itemsOf(reply, e.count, e.where).length) : undefined
  return ruled(reply, e)
}

function ruled(reply: Reply, { of, null: rule, clampMin }: Extract<Expression, { of: Expression }>): Worth {
  const value = worth(reply, of)
  if (value === undefined && isNull(reply, of))
    return rule === 'zero' ? ZERO : rule === 'unlimited' ? 'unlimited' : undefined
  if (value === undefined || value === 'unlimited' || clampMin === undefined) return value
  return atLeast(value, parseDecimal(clampMin) ?? ZERO)
}

/** Null itself: what is absent altogether stays unknown. */
const isNull = (reply: Reply, of: Expression): boolean => typeof of === 'string' && valueAt(reply, of) === null

function total(parts: Worth[]): Worth {
  if (parts.includes(undefined)) return undefined
  return parts.includes('unlimited') ? 'unlimited' : (parts as Amount[]).reduce(add, ZERO)
}

const negative = (value: Worth): Worth =>
  value === undefined || value === 'unlimited' ? value : { lo: -value.hi, hi: -value.lo, d: value.d }

function scaled(value: Worth, by: Amount | undefined): Worth {
  if (value === undefined || value === 'unlimited' || !by) return value
  // A negative factor would swap the ends; both are points here.
  return { lo: value.lo * by.lo, hi: value.hi * by.lo, d: value.d * by.d }
}

function sumOf(reply: Reply, list: string, value: string, where: Where | undefined): Worth {
  if (valueAt(reply, list) === undefined) return undefined
  return total(itemsOf(reply, list, where).map((item) => amountOf(at(item, value))))
}

function pick(reply: Reply, list: string, prefer: Where, value: string): Worth {
  const all = itemsOf(reply, list)
  const chosen = all.find((item) => fitsIn(item, prefer)) ?? all[0]
  return chosen === undefined ? undefined : amountOf(at(chosen, value))
}

/** A decimal string; undefined where unknown, unlimited or endless. */
export const textOf = (value: Worth): string | undefined =>
  value === undefined || value === 'unlimited' ? undefined : decimal(value.lo, value.d)

/** Milliseconds since 1970; undefined where none stands. */
export function instant(reply: Reply, time: Time | undefined, now: number): number | undefined {
  if (!time) return undefined
  if ('period' in time) return nextBoundary(valueAt(reply, time.period), now)
  if ('at' in time) return moment(valueAt(reply, time.at), time.as)
  const all = itemsOf(reply, time.least, time.where).map((item) => moment(at(item, time.value), time.as))
  const known = all.filter((ms) => ms !== undefined)
  return known.length > 0 ? Math.min(...known) : undefined
}

function moment(value: unknown, as: 'unix-s' | 'unix-ms' | 'iso'): number | undefined {
  const ms =
    as === 'iso'
      ? typeof value === 'string'
        ? Date.parse(value)
        : Number.NaN
      : Number(value ?? Number.NaN) * (as === 'unix-s' ? 1000 : 1)
  return Number.isFinite(ms) && ms > 0 && ms < 8.64e15 ? Math.round(ms) : undefined
}

function nextBoundary(period: unknown, now: number): number | undefined {
  const day = new Date(now)
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()]
  if (period === 'daily') return Date.UTC(year, month, date + 1)
  if (period === 'weekly') return Date.UTC(year, month, date + ((8 - day.getUTCDay()) % 7 || 7))
  return period === 'monthly' ? Date.UTC(year, month + 1, 1) : undefined
}
