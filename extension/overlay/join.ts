import type { Binder } from '../binding/bound'
import type { Seen } from '../binding/watch'

const key = Symbol.for('forecost.join')
type World = { [key]?: (binder: Binder) => void }

/** Lets scripts that are put into the page later (detection, the picker) bring a way of finding forms. Pages cannot: they live in another world. */
export function awaitBinders({ join }: Seen, life: AbortSignal): void {
  const world = globalThis as World
  world[key] = join
  life.addEventListener('abort', () => world[key] === join && delete world[key])
}

/** Gives the overlay of this page another way of finding forms; false where no overlay is there. */
export function joinOverlay(binder: Binder): boolean {
  const join = (globalThis as World)[key]
  join?.(binder)
  return join !== undefined
}
