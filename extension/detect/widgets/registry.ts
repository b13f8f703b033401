import type { Finder, Widget } from '../widget'
import { files } from './files'
import { numbers } from './numbers'
import { prompts } from './prompts'
import { radios } from './radios'
import { plainSegments, segments } from './segments'
import { selects } from './selects'
import { toggles } from './toggles'
import { triggers } from './triggers'

/** Every kind of control, the more certain first; an element belongs to the first that takes it. */
const finders: Finder[] = [prompts, files, selects, radios, segments, toggles, triggers, numbers, plainSegments]

/** All controls under the roots, each once. */
export function widgetsOf(roots: ParentNode[]): Widget[] {
  const taken = new Set<Element>()
  return finders.flatMap((find) => {
    const found = find(roots, taken)
    for (const widget of found) for (const part of widget.parts) if (isOwn(part)) taken.add(part)
    return found
  })
}

/** Boxes around a control may hold others; only what is a control itself is taken. */
const isOwn = (part: Element) =>
  part.matches('input, select, textarea, button, label, li, a, [role], [aria-pressed], [tabindex], [contenteditable]')
