import type { Bound, Place } from './bound'
import { controls } from './controls/registry'
import type { Shown } from './shown'

/** What the locators of one dimension show now; an entry is undefined where a control does not tell. */
export type Reading = { dimension: string; kind: string; seen: (Shown | undefined)[] }

const inner = 'input:not([type=hidden]), select, textarea, [role], [aria-pressed], [data-rate-card-value]'

/** Reads every bound control as it stands. A control that throws is unread; nothing is remembered. */
export function readForm(bound: Bound): Reading[] {
  const found = new Map<string, Place[]>()
  for (const place of bound.controls()) {
    found.set(place.dimension, [...(found.get(place.dimension) ?? []), place])
  }
  return [...found].map(([dimension, located]) => {
    const leaves = inView(located).flatMap(leavesOf)
    return { dimension, kind: leaves[0]?.kind ?? 'none', seen: leaves.map((leaf) => leaf.shown) }
  })
}

/** Hidden twins (a phone layout, a closed dialog) do not vote while a visible one is there. */
function inView(places: Place[]): Place[] {
  const visible = places.filter(({ element }) => element.checkVisibility?.() ?? true)
  return visible.length > 0 ? visible : places
}

/** What one place shows now, by the same rules: an entry for each control in it. */
export const readPlace = (place: Place): (Shown | undefined)[] => leavesOf(place).map(({ shown }) => shown)

type Leaf = { kind: string; shown: Shown | undefined }

/** The control itself, or those inside it where the element is only a wrapper. */
function leavesOf({ element, read }: Place): Leaf[] {
  if (read) return [{ kind: 'found', shown: quietly(read) }]
  const own = readControl(element)
  if (own) return [own]
  const inside = [...element.querySelectorAll(inner)].slice(0, 100).map(readControl)
  const told = inside.filter((leaf) => leaf !== undefined)
  return told.length > 0 ? told : [{ kind: 'unknown', shown: undefined }]
}

function quietly(read: () => Shown | undefined): Shown | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

function readControl(element: Element): Leaf | undefined {
  for (const control of controls) {
    try {
      if (control.matches(element)) return { kind: control.kind, shown: control.read(element) }
    } catch {
      return { kind: control.kind, shown: undefined }
    }
  }
  return undefined
}
