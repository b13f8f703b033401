import { compare, decimal, divide, difference, multiply, parseDecimal, type Amount } from '../../core/amount'
import type { Dimension } from '../../core/pricing'
import type { Feature } from '../../core/rate-card'
import type { Estimate } from '../../core/result'

/** The ends of what a bill comes to, and the dimensions that were left out. */
export type Ours = { low: Amount; high: Amount; estimate: Estimate }
type Evaluate = (value: string) => Ours | Estimate

const TIME: Record<string, string> = { second: '1', minute: '60', hour: '3600', s: '1', min: '60', h: '3600' }
const SCALE: Record<string, string> = { '': '1', K: '1000', M: '1000000' }

/** How many units of the dimension one published unit is: "credits/1K tokens" is 1,000 tokens, "credits/minute" 60 of "s". */
export function blockOf(unit: string, dimensionUnit: string | undefined): string {
  const [, count = '1', scale = '', noun = ''] = /\/\s*(\d+)?([KM])?\s*(\w+)/.exec(unit) ?? []
  const pieces = [count, SCALE[scale]!]
  if (TIME[noun]) pieces.push(TIME[noun]!)
  const whole = pieces.map((p) => parseDecimal(p)!).reduce(multiply)
  const size = parseDecimal((TIME[noun] && dimensionUnit && TIME[dimensionUnit]) ?? '1')!
  const block = divide(whole, size)
  return decimal(block.lo, block.d) ?? '1'
}

/**
 * The published unit's price, read off the card at two points: (f(b) - f(a)) / (b - a), times the block.
 * With one point only (a clip sold in one length) the bill itself is divided.
 */
export function unitPrice(
  def: Dimension | Dimension[],
  block: string,
  at: readonly string[] | undefined,
  evaluate: Evaluate,
): Ours | Estimate | undefined {
  const priced: { x: Amount; ours: Ours }[] = []
  let refused: Estimate | undefined
  for (const text of at ?? candidates([def].flat(), block)) {
    const ours = evaluate(text)
    if ('low' in ours) priced.push({ x: parseDecimal(text)!, ours })
    else refused ??= ours
    if (priced.length === 2) break
  }
  const [a, b] = priced
  if (!a) return refused
  const scale = parseDecimal(block)!
  if (!b) return end(a.ours, divide(scale, a.x))
  const factor = divide(scale, difference(b.x, a.x))
  const low = multiply(difference(b.ours.low, a.ours.low), factor)
  const high = multiply(difference(b.ours.high, a.ours.high), factor)
  return { low, high, estimate: b.ours.estimate }
}

const end = (ours: Ours, factor: Amount): Ours => ({
  low: multiply(ours.low, factor),
  high: multiply(ours.high, factor),
  estimate: ours.estimate,
})

/** Values to try: whole blocks first, then the options and the ends of the dimension. */
function candidates(defs: Dimension[], block: string): string[] {
  const size = parseDecimal(block)!
  const blocks = [1, 2, 3, 4, 5, 6, 8, 10, 20, 40].map((k) => multiply(size, parseDecimal(k)!))
  const texts = blocks.map((b) => decimal(b.lo, b.d)!)
  const own = defs.flatMap((def) => {
    if (def.type === 'choice') return def.options.filter((o) => parseDecimal(o))
    return def.type === 'number' ? [def.min, def.max].filter((n) => n !== undefined).map(String) : []
  })
  const choices = defs.every((def) => def.type === 'choice')
  const all = [...new Set(choices ? own : [...texts, ...own])]
  return all.filter((text) => compare(parseDecimal(text)!.lo, parseDecimal(text)!.d, 0n, 1n) > 0)
}

/** The unit of a dimension, where it states one. */
export function unitOf(feature: Feature, name: string): string | undefined {
  const def = Object.hasOwn(feature.dimensions, name) ? feature.dimensions[name] : undefined
  return [def].flat().flatMap((d) => (d && 'unit' in d && d.unit ? [d.unit] : []))[0]
}
