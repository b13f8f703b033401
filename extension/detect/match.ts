import type { Shown } from '../binding/shown'
import { unitBehind } from './names'
import { meaningOf, valueIn } from './meaning'
import { quantity } from './quantity'
import { wordsIn, type Term } from './vocabulary'
import { voicesOf, type Names, type Voice } from './voices'
import type { Widget } from './widget'

/** A control taken for a dimension, with the voices that said so. */
export type Claim = { dimension: string; widget: Widget; voices: Voice[]; names: Names; read(): Shown | undefined }

/** What the controls are, each for itself: a control whose witnesses disagree is taken for nothing. */
export function claimsOf(widgets: { widget: Widget; names: Names }[], terms: Term[]): Claim[] {
  return widgets.flatMap(({ widget, names }): Claim[] => {
    const voices = voicesOf(widget, names, terms)
    if (widget.kind === 'prompt' && voices.length === 0 && isOnlyPrompt(widgets)) voices.push(promptVoice(terms))
    const dimension = agreed(voices)
    if (dimension === undefined) return contested(widget, names, voices)
    if (!voices.some(({ by }) => by !== 'attribute')) return []
    const term = terms.find(({ name }) => name === dimension)!
    if (!choicesFit(widget, term, names)) return []
    if (!limitsFit(widget, term)) return contested(widget, names, voices)
    return [{ dimension, widget, voices, names, read: () => readAs(widget, term, names) }]
  })
}

/** A control whose name says one thing and whose rest another: nothing may be read for what it is named, by another control either. */
function contested(widget: Widget, names: Names, voices: Voice[]): Claim[] {
  const named = voices.filter(({ by }) => by === 'label' || by === 'near').flatMap(({ dimensions }) => dimensions)
  return named.map((dimension) => ({ dimension, widget, voices, names, read: () => undefined }))
}

/** The one dimension that no voice is against. */
function agreed(voices: Voice[]): string | undefined {
  const [first, ...rest] = voices
  const left = (first?.dimensions ?? []).filter((name) => rest.every(({ dimensions }) => dimensions.includes(name)))
  return left.length === 1 ? left[0] : undefined
}

/** Everything the control shows must mean the same; its label may repeat the value ("Duration: 5 s") and has a vote then. */
function readAs(widget: Widget, term: Term, names: Names): Shown | undefined {
  const around = [...wordsIn(`${names.label} ${names.near}`), ...unitBehind(widget.element)]
  const read = widget.shown().map((shown) => meaningOf(shown, term, around))
  const [first] = read
  if (!first || read.some((it) => JSON.stringify(it) !== JSON.stringify(first))) return undefined
  const repeated = widget.kind === 'number' ? repeatedIn(names, term) : undefined
  return repeated !== undefined && first.stated !== undefined && Number(repeated) !== Number(first.stated)
    ? undefined
    : first
}

function repeatedIn({ label, near }: Names, term: Term): string | undefined {
  const number = term.alternatives.find((d) => d.type === 'number')
  if (!number) return undefined
  return [label, near]
    .map((text) =>
      /\d/.test(text) && !/[-–—]|\.\.|\bmax|\bmin|[≤<>≥]/i.test(text)
        ? quantity(text, number.unit, [], number)
        : undefined,
    )
    .find(Boolean)
}

/** A slider whose ends are not those of what is sold counts something else: the places of a list, perhaps. */
function limitsFit({ limits, kind }: Widget, term: Term): boolean {
  if (kind !== 'number' || limits?.min === undefined) return true
  const numbers = term.alternatives.flatMap((d) => (d.type === 'number' ? [d] : []))
  const options = [...term.options.keys()].map(Number).filter((n) => !Number.isNaN(n))
  const least = Math.min(...numbers.map((d) => Number(d.min ?? 0)), ...options)
  const most = Math.max(...numbers.map((d) => Number(d.max ?? 0)), ...options)
  return Number(limits.min) >= least || Number(limits.max ?? Infinity) >= most
}

/** Choices told by style alone must be values of the dimension: buttons side by side may be anything. */
function choicesFit({ kind }: Widget, term: Term, { options }: Names): boolean {
  if (kind !== 'plain') return true
  const read = options.filter((option) => valueIn(option, term, []) !== undefined)
  return read.length * 2 > options.length
}

const isOnlyPrompt = (widgets: { widget: Widget }[]) =>
  widgets.filter(({ widget }) => widget.kind === 'prompt').length === 1

/** One place to write in and no other: that is the prompt, whatever it is called. */
function promptVoice(terms: Term[]): Voice {
  const counted = terms.filter((term) =>
    term.alternatives.some((d) => d.type === 'number' && d.unit?.startsWith('char')),
  )
  return { by: 'near', dimensions: counted.map(({ name }) => name) }
}
