import { decided, decidedDimensions } from '../core/decided'
import { pricedText } from '../core/locales/estimates'
import type { Dimension } from '../core/pricing'
import type { RateCard } from '../core/rate-card'
import type { Estimate, Priced } from '../core/result'
import { worthOf } from '../core/worth'
import { english } from './english'

// A price that is one number, which is nearly every price of a calculator, needs a part of the estimator (core/decided.ts). The whole
// of it and the sentences about ranges and refusals are a script of their own, loaded when the first of them is met.

type Whole = typeof import('./later/whole')
type Rules = Omit<Whole, 'estimate' | 'ListField' | 'english'> & {
  /** The estimate of core/estimate.ts; undefined where the whole of it is needed and not yet here. */
  estimate: (...of: Parameters<Whole['estimate']>) => Estimate | undefined
  ListField?: Whole['ListField']
}

/** What is priced and said with: until the rest is here, only of prices that are one number. */
export const rules: Rules = {
  estimate: decided,
  totalText: (estimate, locale) => pricedText(estimate as Priced, locale),
  presentDimensions: decidedDimensions,
  reasonTexts: () => [],
  problemsOf: () => ({}),
}
let coming: Promise<boolean> | undefined

/** Loads the whole estimator, once for a page; false where it cannot be had, and then it is tried again when next needed. */
export function loadWhole(): Promise<boolean> {
  coming ??= import('./later/whole').then(
    ({ english: words, ...whole }) => Boolean(Object.assign(rules, whole) && Object.assign(english, words)),
    (error: unknown) => {
      console.error(error)
      return Boolean((coming = undefined))
    },
  )
  return coming
}

/** What a total is worth in the card's money, where the card says so of its own currency. */
export const worthIn = ({ money, currency }: RateCard, estimate: Estimate) =>
  estimate.status !== 'unpriced' && money && estimate.currency === currency && worthOf(estimate.total, money)

/** Whether the form of a feature needs what is not here yet: few have a list to set. */
export const needsMore = ({ features }: RateCard, feature: string): boolean =>
  !rules.ListField && Object.values(features[feature]?.dimensions ?? {}).some((def) => [def].flat().some(isList))

const isList = ({ type }: Dimension): boolean => type === 'list'
