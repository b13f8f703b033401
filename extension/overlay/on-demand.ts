import { signal as createSignal, type ReadonlySignal } from '@preact/signals-core'
import type { Parts } from './parts'

const key = Symbol.for('forecost.parts')
type World = { [key]?: Partial<Parts> }

/** A part of the overlay that is not there until it is wanted. */
export type OnDemand<Part> = { readonly part: ReadonlySignal<Part | undefined>; want(): void }

/** A part's own script says with this that it is there. Pages cannot: they live in another world. */
export function offer<Name extends keyof Parts>(name: Name, part: Parts[Name]): void {
  const world = globalThis as World
  world[key] = { ...world[key], [name]: part }
}

/** What an overlay before this one had brought may be of an older version. */
export function forgetParts(): void {
  delete (globalThis as World)[key]
}

/**
 * A part that the background puts into this page when it is first wanted. `bring` asks for it; where nothing comes of that, the
 * next want asks again.
 */
export function onDemand<Name extends keyof Parts>(
  name: Name,
  bring: (name: Name) => Promise<unknown>,
): OnDemand<Parts[Name]> {
  const part = createSignal<Parts[Name] | undefined>(undefined)
  let asked = false
  async function want() {
    if (asked || part.peek()) return
    asked = true
    await bring(name)
    part.value = (globalThis as World)[key]?.[name]
    asked = false
  }
  return { part, want: () => void want() }
}
