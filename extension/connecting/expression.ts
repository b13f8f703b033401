import { add, atLeast, compareAmounts, decimal, divide, parseDecimal, ZERO, type Amount } from '../../core/amount'
import type { Expression, Time, Where } from './connector'

/** A reply: its body, and the headers the connector may point at. Of an item: `body` is the item, `of` the list's reply, `key` its place. */
export type Reply = {
  body: unknown
  header: (name: string) => string | null
  of?: { reply: Reply; key: string }
}
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
  if ('div' in e) return divided(worth(reply, e.div[0]), worth(reply, e.div[1]))
  if ('firstOf' in e) return e.firstOf.map((part) => worth(reply, part)).find((part) => part !== undefined)
  if ('sumOf' in e) return sumOf(reply, e)
  if ('leastOf' in e) return leastOf(reply, e)
  if ('column' in e) return amountOf(reply.of && at(valueAt(reply.of.reply, e.column), `/${reply.of.key}`))
  if ('pick' in e) return amountOf(picked(reply, e))
  if ('count' in e)
    return Array.isArray(valueAt(reply, e.count)) ? parseDecimal(itemsOf(reply, e.count, e.where).length) : undefined
  return ruled(reply, e)
}

type Ruled = Extract<Expression, { of: Expression }>
function ruled(reply: Reply, { of, null: rule, clampMin, unlimitedFrom }: Ruled): Worth {
  const value = worth(reply, of)
  const endless = unlimitedFrom === undefined ? undefined : parseDecimal(unlimitedFrom)
  if (endless && value !== undefined && value !== 'unlimited' && compareAmounts(value, endless) >= 0) return 'unlimited'
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

function divided(value: Worth, by: Worth): Worth {
  if (value === undefined || by === undefined || value === 'unlimited' || by === 'unlimited') return undefined
  return by.lo > 0n ? divide(value, by) : undefined
}

type Sum = Extract<Expression, { sumOf: string }>
function sumOf(reply: Reply, { sumOf: list, value, where, same }: Sum): Worth {
  if (valueAt(reply, list) === undefined) return undefined
  const items = itemsOf(reply, list, where)
  if (same !== undefined && new Set(items.map((item) => at(item, same))).size > 1) return undefined
  return total(items.map((item) => worth({ ...reply, body: item }, value)))
}

function leastOf(reply: Reply, { leastOf: list, value, where }: Extract<Expression, { leastOf: string }>): Worth {
  const all = itemsOf(reply, list, where).map((item) => worth({ ...reply, body: item }, value))
  const known = all.filter((one): one is Amount => one !== undefined && one !== 'unlimited')
  if (all.includes(undefined)) return undefined
  return known.toSorted(compareAmounts)[0] ?? all[0]
}

/** A value of the item that is preferred, else of the first. */
export function picked(reply: Reply, { pick, prefer, value }: Extract<Expression, { pick: string }>): unknown {
  const all = itemsOf(reply, pick)
  return at(all.find((item) => fitsIn(item, prefer)) ?? all[0], value)
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
