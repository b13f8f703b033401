import type { Dimension, Num, Value } from '../../core/pricing'
import type { Feature, RateCard, Request } from '../../core/rate-card'
import type * as z from '../../core/zod'
import { interpret } from './interpret'
import type { Reading } from './read'
import { vote } from './vote'

/** What the page does not show but the account knows. */
export type Known = { plan?: string }
type Card = Pick<RateCard, 'features' | 'labels'>

/**
 * The request a form stands for. A dimension that no control tells, or whose locators disagree, is left out:
 * the estimate makes it a range or says why there is no price.
 */
export function requestOf(card: Card, feature: string, readings: Reading[], known: Known = {}): Request {
  const dimensions = card.features[feature]?.dimensions ?? {}
  const request: Request = {}
  for (const [name, dimension] of Object.entries(dimensions)) {
    const reading = readings.find((r) => r.dimension === name)
    const value = reading ? valueOf(reading, dimension, card.labels?.[name]) : fromAccount(name, known)
    if (value !== undefined) request[name] = value
  }
  for (const { dimension, seen } of readings) {
    // The page says it changes the price and the card does not know it: the estimate refuses it by name.
    if (!Object.hasOwn(dimensions, dimension) && seen[0]?.stated !== '')
      request[dimension] = seen[0]?.stated ?? seen[0]?.text ?? 'unknown'
  }
  return request
}

/** The dimensions of the feature that this request leaves unread; what no source states stays out. */
export function unreadIn(feature: z.infer<typeof Feature>, request: Request): string[] {
  const isSetting = (name: string) => [feature.dimensions[name]!].flat().some(({ open }) => !open)
  return Object.keys(feature.dimensions).filter((name) => request[name] === undefined && isSetting(name))
}

type Words = NonNullable<RateCard['labels']>[string]

function valueOf(reading: Reading, dimension: Dimension | Dimension[], label: Words | undefined) {
  const values = reading.seen.map((shown) => shown && interpret(shown, dimension, label))
  if (!isList(dimension)) return vote(values)
  return values.every(isCount) ? (values as Num[]) : undefined
}

function isList(dimension: Dimension | Dimension[]): boolean {
  return Array.isArray(dimension) ? dimension.every((d) => d.type === 'list') : dimension.type === 'list'
}

function isCount(value: Value | undefined): boolean {
  return typeof value === 'string' && value !== 'auto'
}

function fromAccount(name: string, known: Known): Value | undefined {
  return name === 'plan' ? known.plan : undefined
}
