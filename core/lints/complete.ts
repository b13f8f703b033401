import { instantOn } from '../day'
import { estimate } from '../estimate'
import type { Dimension, Rate } from '../pricing'
import type { Feature, RateCard } from '../rate-card'
import type { Reason } from '../result'
import { error, warning, type Finding, type Lint } from './lint'
import { featuresOf, variantsOf } from './walk'

const FAR = 1_000_000_000

/** Whatever is chosen, on any day, ends in a price or a refusal with words: never in no rate or no line, nor in too many tries. */
export const complete: Lint = (card) =>
  featuresOf(card).flatMap(({ id, feature, path }) => {
    const closed: RateCard = { ...card, features: { ...card.features, [id]: passable(withLimits(feature)) } }
    const days = [...new Set(datesOf(feature))].sort()
    const found = [
      ...(days[0] === undefined ? [] : earlier(outcome(closed, id, BEFORE, path), days[0])),
      ...(days.length > 0 ? days : [BEFORE]).map((day) => outcome(closed, id, day, path)),
    ]
    const unique = new Map(found.flat().map((finding) => [finding.message, finding]))
    return [...unique.values()]
  })

const BEFORE = '1970-01-01'

function outcome(card: RateCard, id: string, day: string, path: Finding['path']): Finding[] {
  const { status, reasons } = estimate(card, id, {}, instantOn(day, card.timeZone))
  const [reason] = reasons
  const message = status === 'unpriced' && reason ? messageOf(reason) : undefined
  if (message === undefined) return []
  return [reason!.code === 'too-many' ? warning(path, message) : error(path, message)]
}

function messageOf({ code, words, dimension }: Reason): string | undefined {
  if (code === 'no-rate') return `a choice ends in no rate of "${words ?? 'a table'}"`
  if (code === 'no-line') return 'a choice ends in a bill without lines: a free tool says "amount": "0"'
  if (code === 'too-many') return 'with everything unread there are more than 1,000 cases: unpriced then'
  if (code === 'endless') return 'an amount does not end as a decimal: round it, or take another "per"'
  if (code === 'negative') return 'an amount falls below zero'
  return code === 'not-there' ? `a charge needs ${dimension}, which is not there then` : undefined
}

/** Before the first dated price none may be known; the card says so in words. */
const earlier = (found: Finding[], first: string): Finding[][] => [
  found.map(({ path, message }) => warning(path, `${message} before ${first}: add a last rate with "unpriced" words`)),
]

const datesOf = (feature: Feature): string[] =>
  feature.charges.flatMap((charge) => ('rates' in charge ? charge.rates.flatMap(({ from }) => from ?? []) : []))

/** Words instead of a price would end the search; taken as "not offered" they let it go on to the other cases. */
function passable(feature: Feature): Feature {
  const rate = (r: Rate): Rate => {
    if (!('unpriced' in r)) return r
    const { unpriced, ...rest } = r
    return { ...rest, notOffered: unpriced }
  }
  const charges = feature.charges.map((c) => ('rates' in c ? { ...c, rates: c.rates.map(rate) } : c))
  return { ...feature, charges }
}

function withLimits(feature: Feature): Feature {
  const limited = Object.entries(feature.dimensions).map(([name, def]) => [name, variantsOf(def).map(limit)])
  return { ...feature, dimensions: Object.fromEntries(limited) }
}

function limit(def: Dimension): Dimension {
  if (def.type === 'number') return { ...def, max: def.max ?? FAR }
  return def.type === 'list' ? { ...def, max: def.max ?? FAR, most: def.most ?? 3 } : def
}
