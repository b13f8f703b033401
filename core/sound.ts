import type { Cells, Dimension, Match, Quantity, Units } from './pricing'
import type { Feature, RateCard } from './rate-card'

const memo = new WeakMap<Feature, boolean>()

/** Whether every name that a feature reaches is a dimension or meter that is not made of itself, and no table deeper than its `by`. */
export function checkNames(card: RateCard, feature: Feature): boolean {
  let sound = memo.get(feature)
  if (sound === undefined) memo.set(feature, (sound = namesHold(card, feature)))
  return sound
}

function namesHold(card: RateCard, feature: Feature): boolean {
  const meters = { ...card.meters, ...feature.meters }
  const done = new Map<string, boolean>()

  const names = (all: readonly string[]) => all.every(name)
  function name(word: string): boolean {
    const known = done.get(word)
    if (known !== undefined) return known
    // Met again before it is done, it is made of itself.
    done.set(word, false)
    const holds = Object.hasOwn(feature.dimensions, word)
      ? ([feature.dimensions[word]!].flat() as Dimension[]).every(({ when }) => match(when))
      : Object.hasOwn(meters, word) && quantity(meters[word])
    done.set(word, holds)
    return holds
  }
  function match(all: Match | undefined): boolean {
    return Array.isArray(all) ? all.every(match) : names(Object.keys(all ?? {}))
  }
  function quantity(q: Quantity | undefined): boolean {
    if (typeof q === 'string') return /^-?\d/.test(q) || name(q)
    if (typeof q !== 'object') return true
    if (Array.isArray(q)) return q.every(quantity)
    if ('sum' in q) return q.sum.every(quantity)
    if ('by' in q) return names(q.by) && depth(q.cells) <= q.by.length
    return quantity(q.of) && units(q) && (q.tiers ?? []).every(({ amount }) => quantity(amount))
  }
  const units = ({ min, max }: Units) => quantity(min) && quantity(max)

  return (
    names(Object.keys(feature.dimensions)) &&
    names(Object.keys(feature.meters ?? {})) &&
    units(feature.total ?? {}) &&
    feature.charges.every(
      (charge) =>
        match(charge.when) &&
        quantity(charge.meter) &&
        ('rates' in charge ? charge.rates : [charge]).every(
          (rate) =>
            match('match' in rate ? rate.match : undefined) &&
            quantity(rate.meter) &&
            quantity('amount' in rate ? rate.amount : undefined),
        ),
    )
  )
}

const depth = (cell: Cells[string]): number =>
  typeof cell === 'object' && cell ? 1 + Math.max(0, ...Object.values(cell).map(depth)) : 0
