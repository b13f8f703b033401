import { compileFeature } from '../compile'
import type { RateCard } from '../rate-card'
import { explore } from '../undecided/tries'
import { warning, type Finding, type Lint } from './lint'
import { chargesOf, featuresOf, ratesOf } from './walk'

/** Each rate has an example, and each `from` one on both sides of its day. */
export const exemplified: Lint = (card) =>
  featuresOf(card).flatMap(({ id, feature, path }) => {
    const used = usedRates(card, id)
    const charges = chargesOf(feature, path)
    const unused = charges.flatMap(({ value, path }, charge) =>
      ratesOf(value, path)
        .filter(({ index }) => !used.has(`${charge}/${index}`))
        .map((rate) => warning(rate.path, `no example takes this rate of "${value.name}"`)),
    )
    return [...unused, ...sides(card, id, charges)]
  })

/** "charge/rate" of every rate that an example of the feature takes, refusals included. */
function usedRates(card: RateCard, id: string): Set<string> {
  const compiled = compileFeature(card, id)
  const used = new Set<string>()
  for (const { feature, request, on } of card.examples) {
    if (feature !== id) continue
    const given = compiled.names.slice(0, compiled.dimensions.length).map((name) => request[name])
    const found = explore(compiled, given, on ?? card.checkedOn)
    compiled.charges.forEach((charge, c) =>
      charge.rates.forEach((rate, r) => {
        const taken =
          found.is === 'bills'
            ? found.bills.some((bill) => bill.lines.some((line) => line?.rate === rate))
            : !rate.amount && (rate.stated.unpriced ?? rate.stated.notOffered) === found.reason.words
        if (taken) used.add(`${c}/${r}`)
      }),
    )
  }
  return used
}

function sides(card: RateCard, id: string, charges: ReturnType<typeof chargesOf>): Finding[] {
  const days = card.examples.filter(({ feature }) => feature === id).map(({ on }) => on ?? card.checkedOn)
  return charges
    .flatMap(({ value, path }) => ratesOf(value, path))
    .flatMap(({ value: { from }, path }) => {
      if (from === undefined) return []
      const missing = [
        ...(days.some((day) => day >= from) ? [] : ['on or after']),
        ...(days.some((day) => day < from) ? [] : ['before']),
      ]
      return missing.map((side) => warning([...path, 'from'], `no example ${side} ${from}`))
    })
}
