import { amount, unit, per, reason, line, qualifier, widget } from '../core/locales/en.json'
import type { Messages } from '../core/locales'

const { creditsShort: _short, unknown: _unknown, perAfter: _after, maybeShort: _maybe, ...amounts } = amount
const { page: _page, ...qualifiers } = qualifier
const { badCard, noFeature, ...calculator } = widget
const { minimum: _minimum, rounding: _rounding, ...lines } = line

/** What is said of a card that cannot be used, besides that there are no prices. */
export const apology = { reason: { more: reason.more }, widget: { badCard, noFeature } }

/**
 * What is said of a price that is one number. What else English says comes with the part that says it (later/whole.ts has all that is
 * left out here). The build works this out and puts the value in its place.
 */
export const english = {
  amount: amounts,
  unit,
  per,
  line: lines,
  qualifier: qualifiers,
  widget: calculator,
} as unknown as Messages
