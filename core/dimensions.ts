import { parseDecimal, ZERO, type Amount } from './amount'
import { compileMatch, fits, type Condition, type SlotOf } from './conditions'
import type { Known } from './known'
import type { Dimension } from './pricing'
import type { Run } from './run'

/** `read`: the option or number that a given value means; undefined where it is none of this variant, or more than that. */
export type Variant = { def: Dimension; when?: Condition; read: (given: unknown) => string | Amount | undefined }

/** A dimension ready to be resolved: which variant holds, and what the request says of it. */
export type CompiledDimension = { variants: Variant[]; resolve: (run: Run, slot: number) => Known }

export function compileDimension(defs: readonly Dimension[], slotOf: SlotOf): CompiledDimension {
  const variants = defs.map((def): Variant => ({
    def,
    when: def.when && compileMatch(def.when, slotOf),
    read: reader(def),
  }))
  const hidden = defs.find(({ when, otherwise }) => when && otherwise !== undefined)
  return {
    variants,
    resolve(run, slot) {
      const variant = variantIn(run, variants)
      if (!variant) return hidden ? instead(run, slot, hidden) : null
      const given = run.given[slot]
      return given === null ? null : (variant.read(given) ?? run.undecided.read(slot, variant, given))
    },
  }
}

/** The variant that holds; undefined where the dimension is not there. */
const variantIn = (run: Run, variants: readonly Variant[]): Variant | undefined =>
  variants.find(({ when }) => !when || when(run))

/** Settings that exist under what a run was given, each in the variant that holds; left out: what is undecided, and what no source states. */
export function dimensionsIn(run: Run): [string, Dimension][] {
  const { names, dimensions } = run.compiled
  return dimensions.flatMap(({ variants }, slot): [string, Dimension][] => {
    try {
      const def = variantIn(run, variants)?.def
      return def && !def.open ? [[names[slot]!, def]] : []
    } catch {
      return []
    }
  })
}

/** `otherwise` stands outside the dimension's own limits on purpose: 0 seconds of a source that is not there. */
function instead(run: Run, slot: number, { type, otherwise }: Dimension): Known {
  if (otherwise === null) return null
  if (type === 'choice' || type === 'toggle') return String(otherwise)
  const variant = { def: { type: 'number' }, read: readNumber({}) } as const
  return variant.read(otherwise) ?? run.undecided.read(slot, variant, otherwise)
}

/** The options of a choice or toggle. */
export const optionsOf = (def: Dimension): readonly string[] => ('options' in def ? def.options : ['true', 'false'])

function reader(def: Dimension): Variant['read'] {
  if (def.type === 'number') return readNumber(def)
  if (def.type === 'list') return () => undefined
  const options = new Map(optionsOf(def).map((option) => [option, option]))
  return (given) => (given === undefined || typeof given === 'object' ? undefined : options.get(String(given)))
}

export type Numbers = Pick<Extract<Dimension, { type: 'number' }>, 'min' | 'max' | 'step'>

/** A number within the limits that the card states; the lower one is 0 where it states none, since quantities are not negative. */
export function readNumber(def: Numbers): (given: unknown) => Amount | undefined {
  const least = parseDecimal(def.min) ?? ZERO
  const most = parseDecimal(def.max)
  const step = parseDecimal(def.step)
  return (given) => {
    const value = parseDecimal(given)
    return value && fits(value, { min: least, max: most }) && !(step && !fitsGrid(value, least, step))
      ? value
      : undefined
  }
}

/** Whether a number lies on the grid of a step. */
function fitsGrid(v: Amount, from: Amount, step: Amount): boolean {
  const distance = v.lo * from.d - from.lo * v.d
  return (distance * step.d) % (v.d * from.d * step.lo) === 0n
}
