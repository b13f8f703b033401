import type { Range } from '../result'
import type { Locale } from './index'
import { keptIntl } from './kept'
import { numberText, rangeOf } from './number'

/** What fills a `{placeholder}`: text goes in as it is, numbers and ranges are written in the locale. */
export type Filling = string | number | Range
export type Fillings = { [name: string]: Filling }

const PLACEHOLDER = /\{(\w+)(?:, plural,((?: ?[=\w]+ \{[^{}]*\})+))?\}/g
const BRANCH = /([=\w]+) \{([^{}]*)\}/g

/**
 * Fills a message of the catalogue: `{name}`, and `{name, plural, =0 {none} one {# run} other {# runs}}` where `#` is the number.
 * Branches hold no further placeholders. A placeholder without a filling stays visible, so that a test finds it.
 */
export function fill(message: string, fillings: Fillings, locale: Locale): string {
  return message.replace(PLACEHOLDER, (whole, name: string, branches?: string) => {
    const filling = fillings[name]
    if (filling === undefined) return whole
    const written = typeof filling === 'string' ? apart(filling, locale) : numberText(filling, locale)
    return branches ? branchFor(branches, filling, locale).replaceAll('#', written) : written
  })
}

/** A Latin name among words from right to left, isolated: it would draw the numbers and quotes beside it to its other side. */
export const apart = (text: string, { dir }: Locale): string =>
  dir === 'rtl' && /[a-z]/i.test(text) ? `\u2068${text}\u2069` : text

function branchFor(branches: string, filling: Filling, locale: Locale): string {
  const texts = new Map([...branches.matchAll(BRANCH)].map((found) => [found[1], found[2] ?? '']))
  const { low, high } = rangeOf(filling)
  const exactly = low === high ? texts.get(`=${low}`) : undefined
  return exactly ?? texts.get(category(low, high, locale)) ?? texts.get('other') ?? ''
}

// Intl.PluralRules v3, in every engine we meet; the type of ES2023 lacks it.
type Ranged = Intl.PluralRules & { selectRange: (low: number, high: number) => string }

// The category alone may pass through a floating-point number: it is never printed.
function category(low: string, high: string, locale: Locale): string {
  const plural = keptIntl(Intl.PluralRules, locale.intl)
  return low === high ? plural.select(Number(low)) : (plural as Ranged).selectRange(Number(low), Number(high))
}
