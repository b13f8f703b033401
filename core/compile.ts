import { ONE } from './amount'
import { compileQuantity, type Quantify, type Scope } from './charge-models'
import { isLiteral } from './charge-models/literal'
import { compileUnits, type ApplyUnits } from './charge-models/units'
import { compileMatch, type Condition } from './conditions'
import { compileDimension, type CompiledDimension } from './dimensions'
import { own } from './own'
import type { Charge, Dimension, Match, Quantity, Rate } from './pricing'
import type { Feature, RateCard } from './rate-card'

/** A part of a line's meter, for the worked breakdown. */
export type Part = { kind: 'dimension' | 'meter' | 'literal'; name?: string; unit?: string; quantify: Quantify }
/** A rate with what its charge says of all of them. Without an `amount` it is a refusal. */
export type Stated = Omit<Charge, 'amount' | 'rates'> & {
  from?: string
  match?: Match
  amount?: Quantity
  unpriced?: string
  notOffered?: string
}
export type CompiledRate = {
  stated: Stated
  match: Condition | undefined
  amount: Quantify | undefined
  count: Quantify
  parts: Part[]
}
export type CompiledCharge = { name: string; when?: Condition; approximate?: true; rates: CompiledRate[] }
/** Dimensions come first among the slots, then the meters that the feature reaches. */
export type Compiled = {
  names: string[]
  slots: ReadonlyMap<string, number>
  dimensions: CompiledDimension[]
  /** By slot. */
  meters: Quantify[]
  charges: CompiledCharge[]
  total?: ApplyUnits
}

/** A card that passes the schema and yet cannot be evaluated: a name that is nowhere, a meter made of itself. */
export class CardError extends Error {}

const memo = new WeakMap<RateCard, Map<string, Compiled>>()

/** A feature ready to be estimated; made once per card. Throws CardError. */
export function compileFeature(card: RateCard, id: string): Compiled {
  let features = memo.get(card)
  if (!features) memo.set(card, (features = new Map()))
  let compiled = features.get(id)
  if (!compiled) features.set(id, (compiled = compile(card, card.features[id]!)))
  return compiled
}

function compile(card: RateCard, feature: Feature): Compiled {
  const names = Object.keys(feature.dimensions)
  const slots = new Map(names.map((name, slot) => [name, slot]))
  const compiled: Compiled = { names, slots, dimensions: [], meters: [], charges: [] }
  const scope = scopeOf(card, feature, compiled, slots)
  for (const name of [...names, ...Object.keys(feature.meters ?? {})]) scope.slotOf(name)
  compiled.charges = feature.charges.map((charge) => compileCharge(charge, feature, scope))
  compiled.total = feature.total && compileUnits(feature.total, scope)
  return compiled
}

const variantsOf = ({ dimensions }: Feature, name = ''): Dimension[] =>
  [own(dimensions, name) ?? []].flat() as Dimension[]

/**
 * Dimensions and meters are compiled when they are first named, so that a feature carries only those of the card's shared meters
 * that it reaches, and a name met again while it is being made is made of itself.
 */
function scopeOf(card: RateCard, feature: Feature, compiled: Compiled, slots: Map<string, number>): Scope {
  const quantities: Record<string, Quantity> = { ...card.meters, ...feature.meters }
  const done = new Map<string, boolean>()
  const fail = (message: string): never => {
    throw new CardError(message)
  }
  const make = (name: string): void => {
    const defs = variantsOf(feature, name)
    if (defs.length > 0) {
      compiled.dimensions[slots.get(name)!] = compileDimension(defs, scope.slotOf)
      return
    }
    if (!Object.hasOwn(quantities, name)) fail(`"${name}" is neither a dimension nor a meter`)
    const meter = scope.compileOf(quantities[name]!)
    slots.set(name, compiled.names.length)
    compiled.meters[compiled.names.push(name) - 1] = meter
  }
  const scope: Scope = {
    compileOf: (quantity) => compileQuantity(quantity, scope),
    slotOf(name) {
      if (done.get(name) === false) fail(`"${name}" is made of itself`)
      if (!done.has(name)) {
        done.set(name, false)
        make(name)
        done.set(name, true)
      }
      return slots.get(name)!
    },
    isList: (name) => variantsOf(feature, name).some(({ type }) => type === 'list'),
    fail,
  }
  return scope
}

function compileCharge(charge: Charge, feature: Feature, scope: Scope): CompiledCharge {
  const { name, when, approximate } = charge
  const rates: Partial<Rate>[] = 'rates' in charge ? charge.rates : [{}]
  return {
    name,
    when: when && compileMatch(when, scope.slotOf),
    approximate,
    rates: rates.map((rate) => compileRate({ ...charge, ...rate }, feature, scope)),
  }
}

function compileRate(stated: Stated, feature: Feature, scope: Scope): CompiledRate {
  const { match, amount, meter, per, round } = stated
  const metered = meter === undefined ? () => ONE : scope.compileOf(meter)
  const units = compileUnits({ per, round }, scope)
  return {
    stated,
    match: match && compileMatch(match, scope.slotOf),
    amount: amount === undefined ? amount : scope.compileOf(amount),
    count: (run) => units(run, metered(run)),
    parts: meter === undefined ? [] : ([meter].flat() as Quantity[]).map((factor) => partOf(factor, feature, scope)),
  }
}

function partOf(factor: Quantity, feature: Feature, scope: Scope): Part {
  const quantify = scope.compileOf(factor)
  if (isLiteral(factor)) return { kind: 'literal', quantify }
  const name = typeof factor === 'string' ? factor : undefined
  const defs = variantsOf(feature, name)
  const unit = defs.map((def) => ('unit' in def ? def.unit : undefined)).find(Boolean)
  return { kind: defs.length > 0 ? 'dimension' : 'meter', name, unit, quantify }
}
