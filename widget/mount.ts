import type { ForecostCalculator } from './forecost-calculator'
import type { ForecostPrice } from './forecost-price'

type Elements = { calculator: ForecostCalculator; price: ForecostPrice }
type Options<Name extends keyof Elements> = Partial<
  Pick<Elements[Name], 'card' | 'feature' | 'settings' | 'plan' | 'balance' | 'lang' | 'theme'>
> &
  (Name extends 'calculator'
    ? Partial<Pick<ForecostCalculator, 'runs' | 'density' | 'state' | 'share' | 'tool' | 'account' | 'answers'>>
    : object)

/**
 * Puts a calculator (or `element: 'price'`) at the end of an element, for pages that cannot write its tag. `target` is an element or a
 * selector; throws where there is none. Returns the element: `remove()` takes it away.
 */
export function mount<Name extends keyof Elements = 'calculator'>(
  target: string | Element,
  { element, ...given }: Options<Name> & { element?: Name },
): Elements[Name] {
  const place = typeof target === 'string' ? document.querySelector(target) : target
  if (!place) throw Error(`no ${String(target)}`)
  const made = Object.assign(document.createElement(`forecost-${element ?? 'calculator'}`), given)
  place.append(made)
  return made as unknown as Elements[Name]
}
