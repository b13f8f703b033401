import type { Shown } from '../binding/shown'
import { measure } from '../binding/measure'
import type { FoundForm } from './form'
import type { Claim } from './match'
import type { Scene } from './scan'
import { tokens } from './tokens'
import { holds } from './visible'
import { wordsIn, type Term } from './vocabulary'
import { called } from './voices'
import type { Widget } from './widget'
import { times } from './words'

const timesWords = new Set(times.flatMap(tokens))
const most = 4

/**
 * Controls of a form that have the run made several times ("Batch count", "Runs"), where the card knows nothing of that: unless they say
 * one, what the card comes to is not what the page takes.
 */
export function timesOf({ root, claims }: FoundForm, { widgets }: Scene, terms: Term[]): Claim[] {
  const taken = new Set(claims.map(({ widget }) => widget))
  return widgets
    .filter(({ widget, names }) => !taken.has(widget) && holds(root, widget.element) && isTimes(widget, names, terms))
    .map(({ widget, names }) => ({ dimension: 'runs', widget, names, voices: [], read: () => unlessOne(widget) }))
}

function isTimes({ kind }: Widget, { label, near }: Claim['names'], terms: Term[]): boolean {
  if (kind === 'prompt' || kind === 'toggle' || kind === 'files') return false
  const words = wordsIn(label || near)
  return words.length <= most && words.some((word) => timesWords.has(word)) && called(words, terms).length === 0
}

/** Known not to be there where it says one; what it says otherwise, which the card refuses by its name. */
function unlessOne(widget: Widget): Shown | undefined {
  const [shown] = widget.shown()
  const text = shown?.text ?? shown?.value
  return text !== undefined && measure(text) === '1' ? { stated: '' } : { stated: text?.slice(0, 40) || '?' }
}
