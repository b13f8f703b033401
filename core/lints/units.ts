import { english } from '../locales'
import { unitOf } from '../locales/units'
import { note, type Lint } from './lint'
import { featuresOf, variantsOf } from './walk'

/** A unit that the catalogue has no word for is printed in every language as it stands: the vendor's own, or a slip. */
export const units: Lint = (card) =>
  featuresOf(card).flatMap(({ feature, path }) =>
    Object.entries(feature.dimensions).flatMap(([name, def]) =>
      variantsOf(def).flatMap((variant) => {
        const unit = 'unit' in variant ? variant.unit : undefined
        if (unit === undefined || unitOf(unit, english)) return []
        const unknown = { word: unit, allowed: Object.keys(english.messages.unit) }
        return [{ ...note([...path, 'dimensions', name], `the unit "${unit}" is printed as it stands`), unknown }]
      }),
    ),
  )
