import { atMost, difference, multiply, parseDecimal, parseLiteral, ZERO, type Amount } from '../../core/amount'
import type { RateCard } from '../../core/rate-card'
import type { Rule } from './mapping'
import { resolveText } from './request'

/** A field of the card by its path: names, indexes, "$param", and "[key=value]" for the item of a list. */
export function fieldOf(card: RateCard, rule: Rule, params: Record<string, string | null>): Amount | undefined {
  const value = amountAt(card, rule.field!, params)
  if (!value) return undefined
  if (rule.minus) {
    const other = amountAt(card, rule.minus, params)
    return other && difference(value, other)
  }
  if (!rule.times) return value
  const count = parseDecimal(resolveText(rule.times, params))
  const most = rule.atMost && amountAt(card, rule.atMost, params)
  const product = count && multiply(value, count)
  return product && most ? atMost(product, most) : product
}

function amountAt(card: RateCard, path: string[], params: Record<string, string | null>): Amount | undefined {
  let here: unknown = card
  for (const step of path) here = follow(here, resolveStep(step, params))
  if (here === 'nothing') return ZERO
  return typeof here === 'string' || typeof here === 'number' ? parseLiteral(here) : undefined
}

function resolveStep(step: string, params: Record<string, string | null>): string {
  const [, keys, value] = /^\[([\w.]+)=(.*)\]$/.exec(step) ?? []
  return keys === undefined ? (resolveText(step, params) ?? '') : `[${keys}=${resolveText(value!, params)}]`
}

function follow(here: unknown, step: string): unknown {
  if (here === null || typeof here !== 'object') return undefined
  const [, keys, value] = /^\[([\w.]+)=(.*)\]$/.exec(step) ?? []
  if (keys && Array.isArray(here)) return here.find((item) => String(keys.split('.').reduce(follow, item)) === value)
  return Object.hasOwn(here, step) ? (here as Record<string, unknown>)[step] : undefined
}
