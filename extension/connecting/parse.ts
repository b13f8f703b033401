const deepest = 60

/**
 * The JSON of a reply; undefined where it is none, or nests too deep. Numbers that JavaScript would round come as their own text.
 */
export function parseReply(text: string): unknown {
  if (nesting(text) > deepest) return undefined
  try {
    return JSON.parse(text, exactly as (this: unknown, key: string, value: unknown) => unknown)
  } catch {
    return undefined
  }
}

/** Engines pass the source of a number; where one does not, it stays as it was parsed. */
function exactly(this: unknown, _: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source
  if (typeof value !== 'number' || source === undefined) return value
  const digits = source.replace(/e.*$/i, '').replace(/[-.]/g, '').replace(/^0+/, '')
  return digits.length > 15 && String(value) !== source ? source : value
}

/** How deep brackets nest, counted outside strings. */
function nesting(text: string): number {
  let depth = 0
  let most = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (quoted) {
      if (char === '\\') at++
      else if (char === '"') quoted = false
    } else if (char === '"') quoted = true
    else if (char === '[' || char === '{') most = Math.max(most, ++depth)
    else if (char === ']' || char === '}') depth--
  }
  return most
}
