import { decided, decidedDimensions } from '../core/decided'
import type { Words } from '../core/labels'
import type { Locale } from '../core/locales'
import { pricedText } from '../core/locales/estimates'
import type { Dimension } from '../core/pricing'
import type { RateCard, Request } from '../core/rate-card'
import type { Estimate, Priced, Reason } from '../core/result'
import { worthOf } from '../core/worth'
import { english } from './english'

// A price that is one number, which is nearly every price of a calculator, needs a part of the estimator (core/decided.ts). The whole
// of it and the sentences about ranges and refusals are a script of their own, loaded when the first of them is met.

type Whole = typeof import('./later/whole')
let whole: Whole | undefined
let coming: Promise<boolean> | undefined

/** Loads the whole estimator, once for a page; false where it cannot be had, and then it is tried again when next needed. */
export function loadWhole(): Promise<boolean> {
  coming ??= import('./later/whole').then(
    (all) => Boolean(Object.assign(english, (whole = all).english)),
    (error: unknown) => {
      console.error(error)
      return Boolean((coming = undefined))
    },
  )
  return coming
}

/** The estimate of core/estimate.ts; undefined where the whole of it is needed and not yet here. */
export const priceOf = (card: RateCard, feature: string, request: Request, on: Date): Estimate | undefined =>
  whole ? whole.estimate(card, feature, request, on) : decided(card, feature, request, on)

/** The headline of an estimate. One without a price comes from the whole estimator alone. */
export const totalText = (estimate: Estimate, locale: Locale): string =>
  (whole?.totalText ?? pricedText)(estimate as Priced, locale)

/** What a total is worth in the card's money, where the card says so of its own currency. */
export const worthIn = ({ money, currency }: RateCard, estimate: Estimate) =>
  estimate.status !== 'unpriced' && money && estimate.currency === currency && worthOf(estimate.total, money)

/** The control of a list; undefined until it is loaded with the rest. */
export const listField = () => whole?.ListField

/** Whether the form of a feature needs what is not here yet: few have a list to set. */
export const needsMore = ({ features }: RateCard, feature: string): boolean =>
  !whole && Object.values(features[feature]?.dimensions ?? {}).some((def) => [def].flat().some(isList))

const isList = ({ type }: Dimension): boolean => type === 'list'

/** The dimensions that exist under these settings, each in the variant that holds. */
export const dimensionsOf = (card: RateCard, feature: string, request: Request, on: Date): [string, Dimension][] =>
  (whole?.presentDimensions ?? decidedDimensions)(card, feature, request, on)

/** Why a price is a range or not known. Only what has reasons has loaded the words for them. */
export const reasonTexts = (reasons: readonly Reason[], words: Words, locale: Locale): string[] =>
  whole?.reasonTexts(reasons, words, locale) ?? []

/** What is wrong with single settings, by dimension. */
export const problemsOf = (reasons: readonly Reason[], words: Words, locale: Locale): { [name: string]: string } =>
  whole?.problemsOf(reasons, words, locale) ?? {}
