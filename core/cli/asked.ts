import { instantOn } from '../day'
import { estimate } from '../estimate'
import type { Locale } from '../locales'
import { totalText } from '../locales/estimates'
import { Day } from '../pricing'
import { requestOf } from '../request'
import { Request, Surface, type RateCard } from '../rate-card'
import type { Estimate, Reason } from '../result'
import { allowedText } from './allowed'
import { Misuse } from './io'
import { nearest } from './nearest'

/** What was asked on a command line, a line of JSON or by an agent. */
export type Asked = {
  feature: string
  request: Request
  on?: string
  surface?: string
}

/** The estimate, and the string every surface prints for it. Throws Misuse for what the card does not have. */
export function answer(card: RateCard, asked: Asked, now: Date, locale: Locale): { estimate: Estimate; text: string } {
  checkFeature(card, asked.feature)
  const surface = surfaceOf(asked.surface)
  const result = estimate(card, asked.feature, asked.request, dayOr(asked.on, now, card), surface)
  const wrong = result.reasons.find(({ code }) => code === 'unknown-dimension' || code === 'malformed')
  if (wrong) throw slip(card, asked.feature, wrong)
  return { estimate: result, text: totalText(result, locale) }
}

/** A request from "duration=5" words. Throws Misuse. */
export function requestFrom(card: RateCard, feature: string, words: readonly string[]): Request {
  checkFeature(card, feature)
  const pairs = words.map((word) => {
    const at = word.indexOf('=')
    if (at < 1) throw new Misuse('not-setting', { word, example: 'duration=5' })
    return [word.slice(0, at), word.slice(at + 1)] as const
  })
  return requestOf(card.features[feature]!, Object.fromEntries(pairs))
}

/** A request from parsed JSON. Throws Misuse. */
export function requestFromJson(value: unknown): Request {
  const parsed = Request.safeParse(value ?? {})
  if (parsed.success) return parsed.data as Request
  throw new Misuse('bad-request')
}

function checkFeature(card: RateCard, feature: string): void {
  if (Object.hasOwn(card.features, feature)) return
  throw new Misuse('no-feature', { card: card.name, word: feature }, Object.keys(card.features))
}

function surfaceOf(text: string | undefined): Surface | undefined {
  if (text === undefined) return undefined
  const parsed = Surface.safeParse(text)
  if (parsed.success) return parsed.data
  throw new Misuse('no-surface', { word: text }, Surface.options)
}

function dayOr(on: string | undefined, now: Date, { timeZone }: RateCard): Date {
  if (on === undefined) return now
  if (Day.safeParse(on).success) return instantOn(on, timeZone)
  throw new Misuse('not-day', { word: on, example: '2026-08-07' })
}

function slip(card: RateCard, feature: string, { code, dimension = '', value = '', allowed = [] }: Reason): Misuse {
  if (code !== 'malformed') return new Misuse('no-dimension', { feature, word: dimension }, allowed)
  const list = allowedText(card.features[feature]!.dimensions[dimension]!)
  return new Misuse('bad-value', { dimension, word: value, list })
}

/** "did you mean 1080p?" for a value that is not an option. */
export function suggestion({ code, value, allowed = [] }: Reason): string | undefined {
  return code === 'unknown-option' && value !== undefined ? nearest(value, allowed) : undefined
}
