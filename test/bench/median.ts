/** The middle one of some figures, in any order; of an even number the upper of the two. */
export const median = (each: readonly number[]): number => each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)]!
