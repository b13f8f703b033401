import { changedLeaves, changedRules, leaves } from './diff-rules'
import { featureName, wordsOf } from './labels'
import type { Locale } from './locales'
import { amountText, bareText } from './locales/format'
import { fill } from './locales/message'
import { dayText } from './locales/time'
import { perUnit, quantityText } from './locales/units'
import { pricePoints, type PricePoint } from './price-points'
import type { Dimension } from './pricing'
import type { RateCard } from './rate-card'

export type Change = { kind: 'price' | 'repriced' | 'new' | 'gone' | 'field'; text: string }

/**
 * What changed between two versions of a card, in words: "Gen-4 Turbo: 5 → 6 credits per second from 7 Aug 2026".
 * A price that was overwritten instead of appended is named as such: it re-prices the past.
 */
export function diffCards(old: RateCard, next: RateCard, locale: Locale): Change[] {
  return [
    ...diffFeatures(old, next),
    ...diffPrices(old, next, locale),
    ...changedRules(old, next).map((text): Change => ({ kind: 'repriced', text: `${text}${OVERWRITTEN}` })),
    ...diffFields(old, next),
  ]
}

function diffFeatures(old: RateCard, next: RateCard): Change[] {
  const added = Object.keys(next.features).filter((id) => !Object.hasOwn(old.features, id))
  const gone = Object.keys(old.features).filter((id) => !Object.hasOwn(next.features, id))
  return [
    ...added.map((id): Change => ({ kind: 'new', text: `new feature: ${featureName(next, id)} (${id})` })),
    ...gone.map((id): Change => ({ kind: 'gone', text: `feature gone: ${featureName(old, id)} (${id})` })),
  ]
}

function diffPrices(old: RateCard, next: RateCard, locale: Locale): Change[] {
  const before = seriesOf(old)
  const after = seriesOf(next)
  const both = (id: string) => Object.hasOwn(old.features, id) && Object.hasOwn(next.features, id)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const was = before.get(key) ?? []
    const is = after.get(key) ?? []
    if (!both((is[0] ?? was[0])!.feature)) return []
    return diffSeries(was, is, { old, next, locale })
  })
}

type Versions = { old: RateCard; next: RateCard; locale: Locale }

/** Figures of one place by day, oldest first. */
function seriesOf(card: RateCard): Map<string, PricePoint[]> {
  const series = new Map<string, PricePoint[]>()
  for (const point of pricePoints(card)) series.set(point.key, [...(series.get(point.key) ?? []), point])
  for (const points of series.values()) points.sort((a, b) => (a.from < b.from ? -1 : 1))
  return series
}

function diffSeries(was: PricePoint[], is: PricePoint[], { old, next, locale }: Versions): Change[] {
  if (was.length === 0)
    return is.map((point) => ({ kind: 'new', text: `new: ${line(next, point, undefined, locale)}` }))
  if (is.length === 0)
    return was.map((point) => ({ kind: 'gone', text: `gone: ${line(old, point, undefined, locale)}` }))
  const changes = is.flatMap((point): Change[] => {
    const same = was.find(({ from }) => from === point.from)
    if (same) return same.figure === point.figure ? [] : [overwritten(next, same, point, locale)]
    const inForce = was.findLast(({ from }) => from < point.from)
    return inForce?.figure === point.figure ? [] : [{ kind: 'price', text: line(next, point, inForce, locale) }]
  })
  const back = was.filter((point) => !is.some(({ from }) => from === point.from))
  return [
    ...changes,
    ...back.map((point): Change => ({ kind: 'gone', text: `taken back: ${line(old, point, undefined, locale)}` })),
  ]
}

const overwritten = (card: RateCard, was: PricePoint, is: PricePoint, locale: Locale): Change => ({
  kind: 'repriced',
  text: `${line(card, is, was, locale)}${OVERWRITTEN}`,
})

const OVERWRITTEN = ', overwritten: this re-prices the past, append a rate with "from" instead'

/** "Gen-4 Turbo: 5 → 6 credits per second from 7 Aug 2026". */
function line(card: RateCard, point: PricePoint, was: PricePoint | undefined, locale: Locale): string {
  const what = subject(card, point)
  const change = was === undefined ? '' : `${figureText(card, was, locale, false)} → `
  const from = point.from === '' ? '' : ` from ${dayText(point.from, locale)}`
  return `${what}: ${change}${figureText(card, point, locale, true)}${from}`
}

function subject(card: RateCard, point: PricePoint): string {
  const words = wordsOf(card, point.feature)
  const settings = point.settings.map(([name, value]) => {
    const option = words.option(name, value)
    if (value === 'true' || value === 'false')
      return `${words.dimension(name).toLowerCase()} ${value === 'true' ? 'on' : 'off'}`
    return /^[≥>≤<\d]|^not /.test(option) ? `${words.dimension(name).toLowerCase()} ${option}` : option
  })
  const several = card.features[point.feature]!.charges.length > 1
  const part = point.meter ?? (several ? point.charge : undefined)
  return [featureName(card, point.feature), ...(part === undefined ? [] : [part]), ...settings].join(', ')
}

function figureText(card: RateCard, point: PricePoint, locale: Locale, unit: boolean): string {
  const [low, high = low] = point.figure.split('..') as [string, string?]
  if (!/^-?\d/.test(low)) return point.figure
  const currency = card.features[point.feature]?.currency ?? card.currency
  if (!point.money) return point.figure
  if (!unit) return bareText({ low, high }, currency, locale)
  const amount = amountText({ low, high }, currency, locale)
  if (point.per === undefined) return amount
  const counted = unitOf(card, point)
  const per = point.block === undefined ? perUnit(counted, locale) : quantityText(point.block, counted, locale)
  return fill(locale.messages.amount.per, { amount, unit: per }, locale)
}

function unitOf(card: RateCard, { feature, per = '' }: PricePoint): string {
  const def = card.features[feature]?.dimensions[per]
  const units = ([def].flat() as (Dimension | undefined)[]).flatMap((d) => (d && 'unit' in d && d.unit ? [d.unit] : []))
  return units[0] ?? wordsOf(card, feature).dimension(per).toLowerCase()
}

// Figures and rules have their own words above; examples are evidence, not content.
const APART = /^(features\.[^.]+\.(charges|meters|total)\b|examples\b)/

function diffFields(old: RateCard, next: RateCard): Change[] {
  const known = (path: string) => {
    const id = /^features\.([^.]+)/.exec(path)?.[1]
    return id === undefined || (Object.hasOwn(old.features, id) && Object.hasOwn(next.features, id))
  }
  const shown = (card: RateCard) => leaves(card, '').filter(([path]) => !APART.test(path) && known(path))
  return changedLeaves(shown(old), shown(next)).map((text) => ({ kind: 'field', text }))
}
