/** A point of a plot: a moment and an amount. A drawing, never a number that is printed. */
export type Point = { at: number; value: number }
export type Scale = { x: (at: number) => number; y: (value: number) => number; top: number }

export const SIZE = { width: 320, height: 120, foot: 4, head: 8 }

/** Where moments and amounts come to lie; the amounts start at 0, so that a small change never looks large. */
export function scaleOf(from: number, to: number, most: number): Scale {
  const top = niceTop(most)
  const high = SIZE.height - SIZE.foot - SIZE.head
  return {
    x: (at) => round(((at - from) / Math.max(1, to - from)) * SIZE.width),
    y: (value) => round(SIZE.head + high - (Math.min(top, Math.max(0, value)) / top) * high),
    top,
  }
}

/** A round number at or above: 1, 2, 3, 4, 5, 6 or 8 times a power of ten. */
export function niceTop(most: number): number {
  if (!(most > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(most))
  return power * ([1, 2, 3, 4, 5, 6, 8].find((n) => n * power >= most) ?? 10)
}

const round = (n: number): number => Math.round(n * 10) / 10

/** An SVG path through points: steps where a balance jumps, straight lines where it is likely. */
export function pathOf(points: readonly Point[], { x, y }: Scale, steps = false): string {
  return points
    .map(({ at, value }, i) => {
      if (i === 0) return `M${x(at)} ${y(value)}`
      return steps ? `H${x(at)}V${y(value)}` : `L${x(at)} ${y(value)}`
    })
    .join('')
}

/** The area between two lines over the same moments. */
export function bandOf(low: readonly Point[], high: readonly Point[], scale: Scale): string {
  if (low.length === 0) return ''
  return `${pathOf(high, scale)}${pathOf(low.toReversed(), scale).replace('M', 'L')}Z`
}
