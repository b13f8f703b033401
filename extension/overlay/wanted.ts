const key = Symbol.for('forecost.wanted')
type World = { [key]?: Wanted }

/** What the user wants to point at: a setting of a feature that is not read. */
export type Wanted = { feature: string; dimension: string }

/** Left for the picker, which is put into this page next. Pages cannot see it: they live in another world. */
export function leaveWanted(wanted: Wanted): void {
  ;(globalThis as World)[key] = wanted
}

/** What the picker was opened for, once; undefined where it was opened for all. */
export function takeWanted(): Wanted | undefined {
  const wanted = (globalThis as World)[key]
  delete (globalThis as World)[key]
  return wanted
}
