import type { Value } from '../../core/pricing'

/** The value all locators of one dimension agree on; undefined as soon as one of them differs or does not tell. */
export function vote(values: (Value | undefined)[]): Value | undefined {
  const [first, ...rest] = values
  if (first === undefined) return undefined
  return rest.every((value) => agrees(value, first)) ? first : undefined
}

function agrees(a: Value | undefined, b: Value): boolean {
  if (a === b) return true
  return isDecimal(a) && isDecimal(b) && Number(a) === Number(b)
}

function isDecimal(value: Value | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value))
}
