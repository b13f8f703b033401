import { compareAmounts, parseDecimal, type Amount } from '../amount'
import { fitsGrid } from '../known'
import type { Dimension, Num } from '../pricing'
import type { Request } from '../rate-card'
import { meets } from './matches'
import { valueOf } from './quantities'
import { exactly, open, or, own, variants, type Known, type Run } from './run'

/** A dimension of the feature, else a meter, by its name; worked out once. */
export function known(run: Run, name: string): Known {
  const { feature, card } = run
  if (!run.known.has(name)) {
    const def = own(feature.dimensions, name)
    const meter = own(feature.meters, name) ?? own(card.meters, name)
    run.known.set(name, def ? dimensionOf(run, variants(def), run.request[name]) : valueOf(run, or(meter)))
  }
  return run.known.get(name)!
}

export const variantOf = (run: Run, defs: Dimension[]) => defs.find(({ when }) => !when || meets(run, when))

function dimensionOf(run: Run, defs: Dimension[], given: Request[string]): Known {
  const holds = variantOf(run, defs)
  if (holds) return given === undefined ? open() : read(holds, given)
  const hidden = defs.find(({ otherwise }) => otherwise !== undefined)
  if (!hidden || hidden.otherwise === null) return null
  return hidden.type === 'number' || hidden.type === 'list' ? number({}, hidden.otherwise) : String(hidden.otherwise)
}

function read(def: Dimension, given: Request[string]): Known {
  if (given === null) return null
  if (def.type === 'number') return number(def, given)
  if (def.type !== 'list') {
    const options = def.type === 'choice' ? def.options : ['true', 'false']
    return typeof given === 'object' ? open() : or(options.find((option) => option === String(given)))
  }
  const { fewest = 0, most = 10_000 } = def
  if (!Array.isArray(given) || given.length < fewest || given.length > most) return open()
  return given.map((item) => number(def, item))
}

function number({ min, max, step }: { min?: Num; max?: Num; step?: Num }, given: unknown): Amount {
  const value = or(parseDecimal(given))
  const least = parseDecimal(min ?? 0)!
  const outside = compareAmounts(value, least) < 0 || (max !== undefined && compareAmounts(value, exactly(max)) > 0)
  return outside || (step !== undefined && !fitsGrid(value, least, exactly(step))) ? open() : value
}
