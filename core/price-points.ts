import { quantitiesOf, type QuantityPlace } from './lints/walk'
import type { Cells, Match, Test } from './pricing'
import type { Feature, RateCard } from './rate-card'

/** One figure of a card: where it stands, under which settings, and from which day. */
export type PricePoint = {
  feature: string
  /** The same for the same figure in two versions of a card, whatever its day. */
  key: string
  charge?: string
  meter?: string
  /** Settings it holds for: [dimension, value]. */
  settings: [string, string][]
  figure: string
  from: string
  /** What one of it is counted in: the name of a dimension or meter. */
  per?: string
  block?: string
  /** Whether it is an amount of the bill, or a number inside a meter. */
  money: boolean
}

/** Every figure of a card's prices, refusals and words included, in the order of the card. */
export function pricePoints(card: RateCard): PricePoint[] {
  return Object.entries(card.features)
    .flatMap(([id, feature]) => [
      ...quantitiesOf(feature, []).flatMap((place) => (place.path[0] === 'total' ? [] : pointsOf(id, feature, place))),
      ...refusalsOf(id, feature),
    ])
    .map((point) => ({ ...point, key: JSON.stringify([point.key, [...point.settings].sort()]) }))
}

function pointsOf(id: string, feature: Feature, { value, path, under }: QuantityPlace): PricePoint[] {
  const base = { ...placeOf(id, feature, path), settings: under.flatMap(settingsOf) }
  if (typeof value === 'object')
    return !Array.isArray(value) && 'by' in value ? cellsOf(base, value.by, value.cells) : []
  return /^-?\d/.test(String(value)) ? [{ ...base, figure: String(value) }] : []
}

type Base = Omit<PricePoint, 'figure'>

function cellsOf(base: Base, [name, ...rest]: string[], cells: Cells): PricePoint[] {
  return Object.entries(cells).flatMap(([option, cell]) => {
    const settings: Base['settings'] = [...base.settings.filter(([n]) => n !== name), [name ?? '', option]]
    const here = { ...base, settings }
    if (cell !== null && typeof cell === 'object') return cellsOf(here, rest, cell)
    return [{ ...here, figure: cell === null ? 'not offered' : String(cell) }]
  })
}

function refusalsOf(id: string, feature: Feature): PricePoint[] {
  return feature.charges.flatMap((charge, c) =>
    ('rates' in charge ? charge.rates : []).flatMap((rate, r) => {
      if ('amount' in rate) return []
      const figure = 'unpriced' in rate ? `no figure (${rate.unpriced})` : `not offered (${rate.notOffered})`
      const base = placeOf(id, feature, ['charges', c, 'rates', r, 'amount'])
      return [{ ...base, settings: [charge.when, rate.match].flatMap((m) => (m ? settingsOf(m) : [])), figure }]
    }),
  )
}

/** The place of a figure without what changes between versions: which rate it stands in. */
function placeOf(id: string, feature: Feature, path: QuantityPlace['path']): Omit<Base, 'settings'> {
  const charge = path[0] === 'charges' ? feature.charges[Number(path[1])] : undefined
  if (!charge)
    return { feature: id, meter: String(path[1]), key: JSON.stringify([id, ...path]), from: '', money: false }
  const rate = 'rates' in charge && path[2] === 'rates' ? charge.rates[Number(path[3])] : undefined
  const rest = path.slice(rate ? 4 : 2)
  const meter = rate?.meter ?? charge.meter
  const block = rate?.per ?? charge.per
  return {
    feature: id,
    key: JSON.stringify([id, charge.name, ...rest]),
    charge: charge.name,
    from: rate?.from ?? '',
    money: rest[0] === 'amount',
    ...(typeof meter === 'string' && !/^\d/.test(meter) && { per: meter }),
    ...(block !== undefined && { block: String(block) }),
  }
}

/** A match in pairs, for words: ["model", "ray2/ray2-flash"]. */
export function settingsOf(match: Match): [string, string][] {
  if (Array.isArray(match)) return match.flatMap(settingsOf)
  return Object.entries(match).map(([name, test]) => [name, testText(test)])
}

function testText(test: Test): string {
  if (test === null || typeof test !== 'object') return String(test)
  if (Array.isArray(test)) return test.map(String).join('/')
  if ('not' in test) return `not ${testText(test.not)}`
  const { min, max, above, below } = test
  const bounds = [
    [min, '≥ '],
    [above, '> '],
    [max, '≤ '],
    [below, '< '],
  ] as const
  return bounds.flatMap(([bound, sign]) => (bound === undefined ? [] : [`${sign}${bound}`])).join(' ')
}
