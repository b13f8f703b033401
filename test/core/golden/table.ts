import { instantOn } from '../../../core/day'
import { estimate } from '../../../core/estimate'
import { english } from '../../../core/locales'
import { totalText } from '../../../core/locales/estimates'
import { possibleOptions, possibleVariants, type Assumed } from '../../../core/lints/possible'
import type { Dimension } from '../../../core/pricing'
import type { Feature, RateCard, Request } from '../../../core/rate-card'

// A readable table of representative prices of a card, so that a changed price reads as a small diff.

const MOST = 40

/** Every feature of a card with the prices of its options, and of the ends of its numbers; once for each day a price changes. */
export function goldenTable(card: RateCard): string {
  const features = Object.entries(card.features).flatMap(([id, feature]) =>
    daysOf(card, feature).flatMap((day) => [`${id} on ${day}`, ...rows(card, id, feature, day), '']),
  )
  return [`${card.name}, version ${card.version}`, '', ...features].join('\n')
}

/** The days prices change on, and the day the card was checked: what holds today stands last. */
function daysOf(card: RateCard, feature: Feature): string[] {
  const days = feature.charges.flatMap((c) => ('rates' in c ? c.rates.flatMap(({ from }) => from ?? []) : []))
  const before = days.length > 0 ? ['2000-01-01'] : []
  return [...new Set([...before, ...days, card.checkedOn])].sort()
}

function rows(card: RateCard, id: string, feature: Feature, day: string): string[] {
  const all = requests(feature)
  const shown = all.length <= MOST ? all : all.filter((_, i) => i % Math.ceil(all.length / MOST) === 0)
  const width = Math.max(...shown.map((request) => settings(request).length))
  const left = all.length - shown.length
  return [
    ...shown.map((request) => `  ${settings(request).padEnd(width)}  ${price(card, id, request, day)}`),
    ...(left > 0 ? [`  and ${left} more`] : []),
  ]
}

const settings = (request: Request): string =>
  Object.entries(request)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ') || '(nothing to set)'

function price(card: RateCard, id: string, request: Request, day: string): string {
  const result = estimate(card, id, request, instantOn(day, card.timeZone))
  if (result.status !== 'unpriced') return totalText(result, english)
  return result.rate ? totalText(result, english) : (result.reasons[0]?.code ?? 'unpriced')
}

/** Each combination of options; of a number its two ends. A setting that is not there then is left out. */
function requests(feature: Feature): Request[] {
  let all: { request: Request; assumed: Assumed }[] = [{ request: {}, assumed: new Map() }]
  for (const [name, def] of Object.entries(feature.dimensions)) {
    all = all.flatMap(({ request, assumed }) => {
      const values = valuesOf(feature, name, def, assumed)
      if (values.length === 0) return [{ request, assumed }]
      return values.map((value) => ({
        request: { ...request, [name]: value },
        assumed: new Map(assumed).set(name, [value]),
      }))
    })
    if (all.length > 20_000) return []
  }
  return all.map(({ request }) => request)
}

function valuesOf(feature: Feature, name: string, def: Dimension | Dimension[], assumed: Assumed): string[] {
  const options = possibleOptions(feature, name, assumed)
  if (options) return [...options]
  const [variant] = possibleVariants(feature, def, assumed)
  if (variant?.type !== 'number') return []
  const least = Number(variant.min ?? 0) > 0 ? variant.min : '1'
  const ends = [least, variant.max ?? '10'].map(String)
  return [...new Set(ends)]
}
