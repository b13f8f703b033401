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
  const names = Object.keys(feature.dimensions)
  const slots = new Map(names.map((name, slot) => [name, slot]))
  const compiled: Compiled = { names, slots, dimensions: [], meters: [], charges: [] }
  const scope = scopeOf(card, feature, compiled)
  for (const name of [...names, ...Object.keys(feature.meters ?? {})]) scope.slotOf(name)
  compiled.charges = feature.charges.map((charge) => compileCharge(charge, feature, scope))
  if (feature.total) compiled.total = compileUnits(feature.total, scope)
  return compiled
}

const variants = (def: Dimension | Dimension[]): Dimension[] => (Array.isArray(def) ? def : [def])

/**
 * Dimensions and meters are compiled when they are first named, so that a feature carries only those of the card's shared meters
 * that it reaches, and a name met again while it is being made is made of itself.
 */
function scopeOf(card: RateCard, feature: Feature, compiled: Compiled): Scope {
  const quantities: Record<string, Quantity> = { ...card.meters, ...feature.meters }
  const done = new Map<string, { slot: number; meter: boolean }>()
  const open = new Set<string>()
  const fail = (message: string): never => {
    throw new CardError(message)
  }
  const make = (name: string) => {
    const slot = compiled.slots.get(name)
    if (slot !== undefined) {
      const defs = variants(feature.dimensions[name]!)
      compiled.dimensions[slot] = compileDimension(name, defs, (match) => compileMatch(match, scope.slotOf))
      return { slot, meter: false }
    }
    if (!Object.hasOwn(quantities, name)) fail(`"${name}" is neither a dimension nor a meter`)
    const meter = compileQuantity(quantities[name]!, scope)
    compiled.meters.push(meter)
    return { slot: compiled.names.push(name) - 1, meter: true }
  }
  const scope: Scope = {
    compile: (quantity) => compileQuantity(quantity, scope),
    slotOf(name) {
      const known = done.get(name)
      if (known) return known
      if (open.has(name)) fail(`"${name}" is made of itself`)
      open.add(name)
      const made = make(name)
      done.set(name, made)
      return made
    },
    isList: (name) =>
      Object.hasOwn(feature.dimensions, name) && variants(feature.dimensions[name]!).some((d) => d.type === 'list'),
    fail,
  }
  return scope
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
