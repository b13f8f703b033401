/** The first place of `count` whose value is at or after one, the values ascending; `count` where none is. */
export function firstAtOrAfter(count: number, valueAt: (place: number) => number, value: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (valueAt(middle) < value) low = middle + 1
    else high = middle
  }
  return low
}
