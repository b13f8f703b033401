/** What a column of a vendor's list of charges can hold. */
export const FIELDS = ['id', 'at', 'amount', 'currency', 'what', 'refundOf'] as const
export type Field = (typeof FIELDS)[number]
/** Which column of the list holds what; `at` and `amount` are needed. */
export type Columns = { [field in Field]?: string }

/** Words of column heads, the surest first. */
const words: { [field in Field]: RegExp[] } = {
  refundOf: [/refund.?of|refunds|reversal/i],
  id: [/^(id|transaction.?id|charge.?id|event.?id|reference|ref)$/i, /\bid\b/i, /[a-z]Id$/],
  at: [/^(time|date|timestamp|created.?at|created|when|datetime)$/i, /time|date|\bat$|_at$/i],
  amount: [/^(amount|credits|cost|charge|tokens|total|used)$/i, /amount|credit|cost|charge|token|price|spent|usage/i],
  currency: [/^(currency|unit)$/i],
  what: [/^(tool|feature|model|description|product|type|action|what|item|name)$/i, /descr|model|tool|feature|product/i],
}

/** A guess at which column holds what, from the heads; each column is taken once. */
export function guessColumns(heads: readonly string[]): Columns {
  const free = new Set(heads)
  const guess: Columns = {}
  for (const sure of [0, 1, 2]) {
    for (const field of Object.keys(words) as Field[]) {
      const pattern = words[field][sure]
      const found = guess[field] === undefined && pattern && [...free].find((head) => pattern.test(head.trim()))
      if (!found) continue
      guess[field] = found
      free.delete(found)
    }
  }
  return guess
}
