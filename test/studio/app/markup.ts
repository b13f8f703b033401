const off = new URLSearchParams(location.search).get('markup') === 'off'

type Marks = Record<`data-rate-card-${string}`, string | undefined>

// The page's side of the markup contract. `?markup=off` drops it all, as on a page that nobody prepared.
const marks = (given: Marks): Marks => (off ? {} : given)

export const feature = (name: string) => marks({ 'data-rate-card-feature': name })
export const dimension = (name: string | undefined, value?: string) =>
  marks(name === undefined ? {} : { 'data-rate-card-dimension': name, 'data-rate-card-value': value })
export const option = (value: string) => marks({ 'data-rate-card-value': value })
export const generate = () => marks({ 'data-rate-card-generate': '' })
export const balance = () => marks({ 'data-rate-card-balance': '' })
