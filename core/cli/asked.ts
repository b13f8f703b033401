import { instantOn } from '../day'
import { estimate } from '../estimate'
import { localeFor } from '../locales'
import { totalText } from '../locales/estimates'
import { Day } from '../pricing'
import { requestOf } from '../request'
import { Request, Surface, type RateCard } from '../rate-card'
import type { Estimate, Reason } from '../result'
import { Misuse } from './io'
import { hint, nearest } from './nearest'

/** What was asked on a command line, a line of JSON or by an agent. */
export type Asked = {
  feature: string
  request: Request
  on?: string
  surface?: string
  lang?: string
}

/** The estimate, and the string every surface prints for it. Throws Misuse for what the card does not have. */
export async function answer(card: RateCard, asked: Asked, now: Date): Promise<{ estimate: Estimate; text: string }> {
  checkFeature(card, asked.feature)
  const surface = surfaceOf(asked.surface)
  const result = estimate(card, asked.feature, asked.request, dayOr(asked.on, now, card), surface)
  const wrong = result.reasons.find(({ code }) => code === 'unknown-dimension' || code === 'malformed')
  if (wrong) throw new Misuse(slip(asked.feature, wrong))
  return { estimate: result, text: totalText(result, await localeFor(asked.lang ?? 'en')) }
}

/** A request from "duration=5" words. Throws Misuse. */
export function requestFrom(card: RateCard, feature: string, words: readonly string[]): Request {
  checkFeature(card, feature)
  const pairs = words.map((word) => {
    const at = word.indexOf('=')
    if (at < 1) throw new Misuse(`"${word}" is not a setting: write dimension=value, such as duration=5`)
    return [word.slice(0, at), word.slice(at + 1)] as const
  })
  return requestOf(card.features[feature]!, Object.fromEntries(pairs))
}

/** A request from parsed JSON. Throws Misuse. */
export function requestFromJson(value: unknown): Request {
  const parsed = Request.safeParse(value ?? {})
  if (parsed.success) return parsed.data as Request
  throw new Misuse('"request" is an object of settings: numbers, texts, true, false, null or lists of numbers')
}

function checkFeature(card: RateCard, feature: string): void {
  if (Object.hasOwn(card.features, feature)) return
  throw new Misuse(`${card.name} has no feature "${feature}"${hint(feature, Object.keys(card.features))}`)
}

function surfaceOf(text: string | undefined): Surface | undefined {
  if (text === undefined) return undefined
  const parsed = Surface.safeParse(text)
  if (parsed.success) return parsed.data
  throw new Misuse(`no surface "${text}"${hint(text, ['app', 'api', 'ios', 'android', 'desktop', 'any'])}`)
}

function dayOr(on: string | undefined, now: Date, { timeZone }: RateCard): Date {
  if (on === undefined) return now
  if (Day.safeParse(on).success) return instantOn(on, timeZone)
  throw new Misuse(`"${on}" is not a day of the calendar: write it as 2026-08-07`)
}

function slip(feature: string, { code, dimension = '', value, allowed = [] }: Reason): string {
  if (code === 'malformed') return `${dimension}: "${value ?? ''}" is not a value it can have`
  return `${feature} has no dimension "${dimension}"${hint(dimension, allowed)}`
}

/** "did you mean 1080p?" for a value that is not an option. */
export function suggestion({ code, value, allowed = [] }: Reason): string | undefined {
  return code === 'unknown-option' && value !== undefined ? nearest(value, allowed) : undefined
}
