import type { Quantity } from './pricing'

/** Names a match asks about. */
export function namesIn(match: unknown): string[] {
  if (Array.isArray(match)) return match.flatMap(namesIn)
  return match && typeof match === 'object' ? Object.keys(match) : []
}

/** Names a quantity is made of. */
export function quantityNames(quantity: Quantity): string[] {
  if (typeof quantity === 'number') return []
  if (typeof quantity === 'string') return /^-?\d/.test(quantity) ? [] : [quantity]
  if (Array.isArray(quantity)) return quantity.flatMap(quantityNames)
  if ('sum' in quantity) return quantity.sum.flatMap(quantityNames)
  if ('by' in quantity) return quantity.by
  const nested = [quantity.of, quantity.min, quantity.max, ...(quantity.tiers ?? []).map((tier) => tier.amount)]
  return nested.filter((q) => q !== undefined).flatMap(quantityNames)
}
