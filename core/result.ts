import type { Source, Surface } from './rate-card'

/** Decimal strings, low <= high; equal ends mean exact. */
export type Range = { low: string; high: string }

/** Why a result is a range or unpriced. Codes are words of the catalogue (core/locales); the view makes the sentence. */
export type Reason = {
  code:
    | 'unread' // a dimension the price depends on was not read
    | 'auto' // the vendor chooses the value
    | 'published-range' // the vendor itself publishes a range
    | 'not-offered' // this combination is not for sale
    | 'outside' // a number outside the dimension's limits
    | 'unknown-option' // a value the card does not list
    | 'no-rate' // no rate matches
    | 'no-line' // nothing on the bill
    | 'not-there' // a quantity needs a dimension that is not there
    | 'quote' // only the vendor's own quote tells (a card's `unpriced` words)
    | 'too-many' // more than 1,000 tries: too much is unread
    | 'endless' // the amount has no finite decimal
    | 'negative' // a quantity below zero
    | 'unknown-dimension' // the request names a dimension the card does not have
    | 'card' // the card itself cannot be evaluated; the words say why
    | 'no-feature' // the card has no such feature
    | 'surface' // published for another surface only
    | 'malformed' // the request holds a value of the wrong kind
  dimension?: string
  value?: string
  /** What would be valid instead. */
  allowed?: string[]
  /** The card's own words, from `unpriced` or `notOffered`. */
  words?: string
  surfaces?: Surface[]
}

/** A factor of a line, as printed: "5 s", "12 credits per second". `dimension` or `meter` names where it comes from. */
export type Factor = { kind: 'dimension' | 'meter' | 'amount' | 'literal'; name?: string; unit?: string; value: Range }

/** One line of the bill: low belongs to the cheapest case, high to the dearest, so each column sums to the total. */
export type Line = {
  name: string
  total: Range
  /** Parts of the meter, then the amount: "5 s", "12 credits". Empty where the two cases take different rates. */
  factors: Factor[]
  /** Metered units per billable unit, and whether a started unit counts whole: "4 credits per started 30 s". */
  per?: string
  round?: 'up' | 'down' | 'nearest'
  approximate?: true
  source?: string
  /** `minimum` and `rounding` are what the bill's own total adds to the charges. */
  kind: 'charge' | 'adjustment'
}

/** Where the bill is linear in one unread number without limits: `amount` more for each `unit` of `dimension`. Not a total. */
export type UnitRate = { amount: Range; dimension: string; unit?: string; base?: Range }

type Common = {
  provider: string
  feature: string
  currency: string
  /** Calendar day, in the card's time zone, whose prices were used. */
  on: string
  reasons: Reason[]
  rate?: UnitRate
  sources: { id: string; source: Source; overdue: boolean }[]
  tries: number
}
export type Priced = Common & { status: 'exact' | 'range'; total: Range; lines: Line[]; approximate?: true }
export type Unpriced = Common & { status: 'unpriced'; lines: [] }
/** The one result every surface shows. */
export type Estimate = Priced | Unpriced
