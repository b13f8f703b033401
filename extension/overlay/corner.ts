import type { Box } from './ground'

/** Corners of the window, in the order in which a chip goes round. */
export const corners = ['bottom-right', 'bottom-left', 'top-left', 'top-right'] as const
export type Corner = (typeof corners)[number]

const edge = 12
const step = 36

// Chips of several forms of one page stand above each other.
const cornered = new Set<HTMLElement>()

/** Where in its corner of the window a chip of a size stands, until `signal` aborts. */
export function inCorner(
  corner: Corner,
  host: HTMLElement,
  { width, height }: Box,
  signal: AbortSignal,
): { x: number; y: number } {
  if (!cornered.has(host)) {
    cornered.add(host)
    signal.addEventListener('abort', () => cornered.delete(host))
  }
  const { clientWidth, clientHeight } = host.ownerDocument.documentElement
  const down = edge + [...cornered].indexOf(host) * step
  const [block, side] = corner.split('-')
  return {
    x: side === 'left' ? edge : clientWidth - width - edge,
    y: block === 'top' ? down : clientHeight - height - down,
  }
}
