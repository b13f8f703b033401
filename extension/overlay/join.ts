import type { Binder } from '../binding/bound'
import type { Seen } from '../binding/watch'

const key = Symbol.for('forecost.join')
type World = { [key]?: Seen }

/**
 * Lets scripts that are put into the page later (detection, the picker, the list of what is read) bring a way of finding forms, or
 * see what is found. Pages cannot: they live in another world.
 */
export function awaitBinders(seen: Seen, life: AbortSignal): void {
  const world = globalThis as World
  world[key] = seen
  life.addEventListener('abort', () => world[key] === seen && delete world[key])
}

/** What the overlay of this page sees; undefined where none is there. */
export const seenHere = (): Seen | undefined => (globalThis as World)[key]

/** Gives the overlay of this page another way of finding forms; false where no overlay is there. */
export function joinOverlay(binder: Binder): boolean {
  const seen = seenHere()
  seen?.join(binder)
  return seen !== undefined
}
