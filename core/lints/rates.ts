import { error, type Finding, type Lint } from './lint'
import { assume, decided, type Assumed } from './possible'
import { chargesOf, featuresOf, ratesOf, type RatePlace } from './walk'

/** Newest `from` first, and no rate that an earlier one always beats. */
export const rates: Lint = (card) =>
  featuresOf(card).flatMap(({ feature, path }) =>
    chargesOf(feature, path).flatMap(({ value, path }) => {
      const places = ratesOf(value, path)
      return places.flatMap((place, i) => [
        ...order(place, places[i - 1]),
        ...beaten(place, places.slice(0, i), feature),
      ])
    }),
  )

const dayOf = ({ value }: RatePlace): string => value.from ?? ''

function order(place: RatePlace, before: RatePlace | undefined): Finding[] {
  if (!before || sameMatch(place, before) === false || dayOf(place) <= dayOf(before)) return []
  return [error(place.path, `from ${dayOf(place)} stands after an older price: the newest comes first`)]
}

function beaten(place: RatePlace, earlier: RatePlace[], feature: Parameters<typeof decided>[0]): Finding[] {
  const assumed = assume(feature, place.value.match, new Map())
  const by = earlier.find((rate) => dayOf(rate) <= dayOf(place) && covers(rate, place, feature, assumed))
  return by ? [error(place.path, `never taken: rate ${by.index + 1} of "${place.charge.name}" always holds first`)] : []
}

function covers(rate: RatePlace, place: RatePlace, feature: Parameters<typeof decided>[0], assumed: Assumed): boolean {
  if (!rate.value.match || sameMatch(rate, place)) return true
  return place.value.match !== undefined && decided(feature, rate.value.match, assumed) === true
}

const sameMatch = (a: RatePlace, b: RatePlace): boolean =>
  JSON.stringify(a.value.match ?? null) === JSON.stringify(b.value.match ?? null)
