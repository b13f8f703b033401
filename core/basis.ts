/** What a learned figure stands on: how many observations, and when the first and the last was made (milliseconds since 1970). */
export type Basis = { n: number; from?: number; to?: number }

/** The basis of things that happened at these moments. */
export function basisOf(moments: readonly number[]): Basis {
  if (moments.length === 0) return { n: 0 }
  let from = moments[0]!
  let to = from
  for (const at of moments) {
    if (at < from) from = at
    if (at > to) to = at
  }
  return { n: moments.length, from, to }
}
