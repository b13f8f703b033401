import { note, type Lint } from './lint'
import { featuresOf, variantsOf } from './walk'

/** A number without limits has no range when it is not read: the run is unpriced then, with a rate at best. */
export const unread: Lint = (card) =>
  featuresOf(card).flatMap(({ feature, path }) =>
    Object.entries(feature.dimensions).flatMap(([name, def]) =>
      variantsOf(def).some((v) => (v.type === 'number' || v.type === 'list') && v.max === undefined)
        ? [note([...path, 'dimensions', name], `${name} has no maximum: unread, the run has a rate but no total`)]
        : [],
    ),
  )
