import { settingsOf } from './price-points'
import type { Charge, Match, Rate } from './pricing'
import type { Feature, RateCard } from './rate-card'

type Leaf = [path: string, words: string]
/** A part of a bill: its rules, and the order of its rates. */
type Rules = { order?: string[]; rules: Leaf[] }

/**
 * What changed in how bills are reckoned, apart from their figures: units, rounding, thresholds of tiers, what is counted, the order of
 * rates. Of charges, rates and meters that are in both; a rate goes by what it holds for, so that one appended changes no other.
 */
export function changedRules(old: RateCard, next: RateCard): string[] {
  const both = Object.keys(next.features).filter((id) => Object.hasOwn(old.features, id))
  return both.flatMap((id) => {
    const before = rulesOf(old.features[id]!)
    return [...rulesOf(next.features[id]!)]
      .flatMap(([part, is]) => {
        const was = before.get(part)
        if (!was) return []
        const moved = reordered(was.order, is.order)
        return [
          ...changedLeaves(was.rules, is.rules),
          ...(moved ? [`${part}.rates: in another order, and the first that fits is taken`] : []),
        ]
      })
      .map((text) => `features.${id}.${text}`)
  })
}

/** Whether those that are in both stand in another order. */
function reordered(was: string[] = [], is: string[] = []): boolean {
  const kept = was.filter((name) => is.includes(name))
  return is.filter((name) => was.includes(name)).some((name, i) => name !== kept[i])
}

function rulesOf(feature: Feature): Map<string, Rules> {
  const parts = new Map<string, Rules>()
  for (const charge of feature.charges) {
    const path = `charges[${charge.name}]`
    const rates = 'rates' in charge ? charge.rates : []
    const order = rates.map(rateName)
    parts.set(path, { order, rules: billed(charge, path) })
    rates.forEach((rate, i) =>
      parts.set(`${path}.rates[${order[i]}]`, { rules: billed(rate, `${path}.rates[${order[i]}]`) }),
    )
  }
  for (const [name, meter] of Object.entries(feature.meters ?? {}))
    parts.set(`meters.${name}`, { rules: leaves(withoutFigures(meter), `meters.${name}`) })
  parts.set('total', { rules: leaves(feature.total ?? {}, 'total') })
  return parts
}

/** "model pro from 2026-08-07"; a rate for all is "any". */
function rateName(rate: Rate, _: number, rates: readonly Rate[]): string {
  const settings = rate.match ? settingsOf(rate.match).map(([name, value]) => `${name} ${value}`) : ['any']
  const name = [settings.join(', '), ...(rate.from === undefined ? [] : [`from ${rate.from}`])].join(' ')
  const twins = rates.slice(0, rates.indexOf(rate)).filter((other) => sameName(other, rate)).length
  return twins === 0 ? name : `${name}, ${twins + 1}`
}

const sameName = (a: Rate, b: Rate): boolean =>
  a.from === b.from && JSON.stringify(settingsOf(a.match ?? {})) === JSON.stringify(settingsOf(b.match ?? {}))

function billed(part: Charge | Rate, path: string): Leaf[] {
  const { per, round, meter } = part
  const amount = 'amount' in part ? part.amount : undefined
  const anyOf = 'when' in part ? part.when : 'match' in part ? part.match : undefined
  const rules = { meter: withoutFigures(meter), per, round, amount: withoutFigures(amount), ...alternatives(anyOf) }
  return leaves(rules, path)
}

/** Words of a match do not tell "all of these" from "any of these". */
const alternatives = (match: Match | undefined) => (Array.isArray(match) ? { anyOf: match } : {})

const FIGURE = '…'
const UNITS = ['per', 'to', 'upTo', 'round']

/** A quantity with a mark for each figure: those are told by themselves. Units and thresholds stay. */
function withoutFigures(value: unknown): unknown {
  if (typeof value === 'number' || (typeof value === 'string' && /^-?\d/.test(value))) return FIGURE
  if (Array.isArray(value)) return value.map(withoutFigures)
  if (value === null || typeof value !== 'object') return value
  if ('cells' in value) return { by: (value as { by?: unknown }).by }
  const kept = (key: string, item: unknown) => (UNITS.includes(key) ? item : withoutFigures(item))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, kept(key, item)]))
}

/** Plain values by path; a list of plain values is one. */
export function leaves(value: unknown, path: string): Leaf[] {
  if (value === undefined) return []
  if (value === null || typeof value !== 'object') return [[path, JSON.stringify(value)]]
  if (Array.isArray(value) && value.every((item) => item === null || typeof item !== 'object'))
    return [[path, value.map((item) => String(item)).join(', ')]]
  return Object.entries(value).flatMap(([key, item]) =>
    leaves(item, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
  )
}

/** "path: was → is" for each that differs. */
export function changedLeaves(was: Leaf[], is: Leaf[]): string[] {
  const before = new Map(was)
  const after = new Map(is)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [old, now] = [before.get(path), after.get(path)]
    if (old === now) return []
    if (old === undefined) return [`${path}: ${now} is new`]
    return [now === undefined ? `${path}: ${old} is gone` : `${path}: ${old} → ${now}`]
  })
}
