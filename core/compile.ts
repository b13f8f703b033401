import { compileQuantity, type Quantify, type Scope } from './charge-models'
import { compileUnits, type ApplyUnits } from './charge-models/units'
import { compileMatch, type Condition } from './conditions'
import { compileDimension, type CompiledDimension } from './dimensions'
import type { Charge, Dimension, Quantity, Rate } from './pricing'
import type { Feature, RateCard } from './rate-card'

/** A part of a line's meter, for the worked breakdown. */
export type Part = { kind: 'dimension' | 'meter' | 'literal'; name?: string; unit?: string; quantify: Quantify }
export type CompiledRate = {
  from?: string
  match?: Condition
  refusal?: { code: 'quote' | 'not-offered'; words: string }
  amount?: Quantify
  meter?: Quantify
  units: ApplyUnits
  parts: Part[]
  per?: string
  round?: 'up' | 'down' | 'nearest'
  source?: string
}
export type CompiledCharge = { name: string; when?: Condition; approximate?: true; rates: CompiledRate[] }
export type Compiled = {
  names: string[]
  slots: ReadonlyMap<string, number>
  dimensions: CompiledDimension[]
  meters: Quantify[]
  charges: CompiledCharge[]
  total?: ApplyUnits
}

/** A card that passes the schema and yet cannot be evaluated: a name that is nowhere, a meter made of itself. */
export class CardError extends Error {}

const memo = new WeakMap<RateCard, Map<string, Compiled | CardError>>()

/** A feature ready to be estimated; made once per card. Throws CardError. */
export function compileFeature(card: RateCard, id: string): Compiled {
  const features = memo.get(card) ?? new Map<string, Compiled | CardError>()
  memo.set(card, features)
  let compiled = features.get(id)
  if (!compiled) features.set(id, (compiled = attempt(card, id)))
  if (compiled instanceof CardError) throw compiled
  return compiled
}

function attempt(card: RateCard, id: string): Compiled | CardError {
  try {
    return compile(card, card.features[id]!)
  } catch (error) {
    if (error instanceof CardError) return error
    throw error
  }
}

function compile(card: RateCard, feature: Feature): Compiled {
  const dimensions = Object.entries(feature.dimensions)
  const used = usedMeters(card, feature)
  const names = [...dimensions.map(([name]) => name), ...used.map(([name]) => name)]
  const scope = scopeOf(names, feature)
  refuseCycles(dimensions, used, scope)
  return {
    names,
    slots: new Map(dimensions.map(([name], slot) => [name, slot])),
    dimensions: dimensions.map(([name, def]) =>
      compileDimension(name, variants(def), (m) => compileMatch(m, scope.slotOf)),
    ),
    meters: used.map(([, quantity]) => compileQuantity(quantity, scope)),
    charges: feature.charges.map((charge) => compileCharge(charge, feature, scope)),
    ...(feature.total && { total: compileUnits(feature.total, scope) }),
  }
}

const variants = (def: Dimension | Dimension[]): Dimension[] => (Array.isArray(def) ? def : [def])

/** The feature's own meters, and those of the card that it reaches: shared ones may name dimensions it has not. */
function usedMeters(card: RateCard, feature: Feature): [string, Quantity][] {
  const all: Record<string, Quantity> = { ...card.meters, ...feature.meters }
  const reached = new Set<string>(Object.keys(feature.meters ?? {}))
  const open = [...featureNames(feature), ...Object.values(feature.meters ?? {}).flatMap(quantityNames)]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name) || Object.hasOwn(feature.dimensions, name) || !Object.hasOwn(all, name)) continue
    reached.add(name)
    open.push(...quantityNames(all[name]!))
  }
  return Object.entries(all).filter(([name]) => reached.has(name))
}

/** Names that a feature's conditions, charges and total are made of. */
function featureNames(feature: Feature): string[] {
  const quantities = (parts: (Quantity | undefined)[]) => parts.filter((q) => q !== undefined).flatMap(quantityNames)
  const rates = (charge: Charge): (Charge | Rate)[] => ('rates' in charge ? [charge, ...charge.rates] : [charge])
  return [
    ...Object.values(feature.dimensions).flatMap((def) => variants(def).flatMap((d) => namesIn(d.when))),
    ...feature.charges.flatMap((charge) => namesIn(charge.when)),
    ...feature.charges
      .flatMap(rates)
      .flatMap((r) => [
        ...('match' in r ? namesIn(r.match) : []),
        ...quantities([r.meter, 'amount' in r ? r.amount : undefined]),
      ]),
    ...quantities([feature.total?.min, feature.total?.max]),
  ]
}

function scopeOf(names: string[], feature: Feature): Scope {
  const slots = new Map(names.map((name, slot) => [name, slot]))
  const count = Object.keys(feature.dimensions).length
  const fail = (message: string): never => {
    throw new CardError(message)
  }
  const scope: Scope = {
    compile: (quantity) => compileQuantity(quantity, scope),
    slotOf(name) {
      const slot = slots.get(name)
      return slot === undefined ? fail(`"${name}" is neither a dimension nor a meter`) : { slot, meter: slot >= count }
    },
    isList: (name) =>
      Object.hasOwn(feature.dimensions, name) && variants(feature.dimensions[name]!).some((d) => d.type === 'list'),
    fail,
  }
  return scope
}

function refuseCycles(
  dimensions: [string, Dimension | Dimension[]][],
  meters: [string, Quantity][],
  scope: Scope,
): void {
  const uses = new Map<string, string[]>([
    ...dimensions.map(([name, def]): [string, string[]] => [name, variants(def).flatMap((d) => namesIn(d.when))]),
    ...meters.map(([name, quantity]): [string, string[]] => [name, quantityNames(quantity)]),
  ])
  const state = new Map<string, 'open' | 'done'>()
  const visit = (name: string): void => {
    if (state.get(name) === 'done' || !uses.has(name)) return
    if (state.get(name) === 'open') scope.fail(`"${name}" is made of itself`)
    state.set(name, 'open')
    uses.get(name)!.forEach(visit)
    state.set(name, 'done')
  }
  for (const name of uses.keys()) visit(name)
}

/** Names a match asks about. */
export function namesIn(match: unknown): string[] {
  if (Array.isArray(match)) return match.flatMap(namesIn)
  return match && typeof match === 'object' ? Object.keys(match) : []
}

/** Names a quantity is made of. */
export function quantityNames(quantity: Quantity): string[] {
  if (typeof quantity === 'number') return []
  if (typeof quantity === 'string') return /^-?\d/.test(quantity) ? [] : [quantity]
  if (Array.isArray(quantity)) return quantity.flatMap(quantityNames)
  if ('sum' in quantity) return quantity.sum.flatMap(quantityNames)
  if ('by' in quantity) return quantity.by
  const nested = [quantity.of, quantity.min, quantity.max, ...(quantity.tiers ?? []).map((tier) => tier.amount)]
  return nested.filter((q) => q !== undefined).flatMap(quantityNames)
}

function compileCharge(charge: Charge, feature: Feature, scope: Scope): CompiledCharge {
  const rates = 'rates' in charge ? charge.rates : [{ amount: charge.amount } as Rate]
  return {
    name: charge.name,
    ...(charge.when && { when: compileMatch(charge.when, scope.slotOf) }),
    ...(charge.approximate && { approximate: true }),
    rates: rates.map((rate) => compileRate(rate, charge, feature, scope)),
  }
}

function compileRate(rate: Rate, charge: Charge, feature: Feature, scope: Scope): CompiledRate {
  const { meter, per, round } = { ...pickPriced(charge), ...pickPriced(rate) }
  const source = rate.source ?? charge.source
  return {
    ...(rate.from && { from: rate.from }),
    ...(rate.match && { match: compileMatch(rate.match, scope.slotOf) }),
    ...('unpriced' in rate && { refusal: { code: 'quote', words: rate.unpriced } as const }),
    ...('notOffered' in rate && { refusal: { code: 'not-offered', words: rate.notOffered } as const }),
    ...('amount' in rate && { amount: compileQuantity(rate.amount, scope) }),
    ...(meter !== undefined && { meter: compileQuantity(meter, scope) }),
    units: compileUnits({ ...(per !== undefined && { per }), ...(round && { round }) }, scope),
    parts: meter === undefined ? [] : partsOf(meter, feature, scope),
    ...(per !== undefined && { per: String(per) }),
    ...(round && { round }),
    ...(source && { source }),
  }
}

function pickPriced({ meter, per, round }: Charge | Rate): Pick<Charge, 'meter' | 'per' | 'round'> {
  return { ...(meter !== undefined && { meter }), ...(per !== undefined && { per }), ...(round && { round }) }
}

function partsOf(meter: Quantity, feature: Feature, scope: Scope): Part[] {
  const factors = Array.isArray(meter) ? meter : [meter]
  return factors.map((factor) => {
    const quantify = scope.compile(factor)
    if (typeof factor === 'number' || (typeof factor === 'string' && /^-?\d/.test(factor)))
      return { kind: 'literal', quantify }
    if (typeof factor !== 'string' || scope.slotOf(factor).meter)
      return { kind: 'meter', ...(typeof factor === 'string' && { name: factor }), quantify }
    const unit = variants(feature.dimensions[factor]!)
      .map((d) => ('unit' in d ? d.unit : undefined))
      .find(Boolean)
    return { kind: 'dimension', name: factor, ...(unit && { unit }), quantify }
  })
}
