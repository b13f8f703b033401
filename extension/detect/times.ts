import type { Shown } from '../binding/shown'
import { measure } from '../binding/measure'
import type { FoundForm } from './form'
import type { Claim } from './match'
import type { Scene } from './scan'
import { indexOfRun, tokens } from './tokens'
import { holds } from './visible'
import { noWords, wordsIn, type Term } from './vocabulary'
import { another, called, isList } from './voices'
import type { Widget } from './widget'
import { times } from './words'

const timesWords = new Set(times.flatMap(tokens))
const most = 4

/**
 * Controls of a form by which the run is another one than the card knows of: made several times ("Batch count", "Runs"), of several at once
 * ("Model B", the lengths of two scenes), or brought to a choice by a switch ("Upscale to 4K"). Unless they say one, none or off, what the
 * card comes to is not what the page takes.
 */
export function timesOf({ root, claims }: FoundForm, { widgets }: Scene, terms: Term[]): Claim[] {
  const taken = new Set(claims.map(({ widget }) => widget))
  const left = widgets.filter(({ widget }) => !taken.has(widget) && holds(root, widget.element))
  const beside = left.flatMap(({ widget, names }): Claim[] => {
    const claim = { widget, names, voices: [] }
    if (isTimes(widget, names, terms)) return [{ ...claim, dimension: 'runs', read: () => unlessOne(widget) }]
    if (!isExtra(widget, names, terms)) return []
    return [{ ...claim, dimension: codeOf(nameIn(names), terms), read: () => unlessNone(widget, nameIn(names)) }]
  })
  const twin = claims.find((claim) => claims.some((other) => isTwin(claim, other, terms)))
  return twin ? [...beside, { ...twin, dimension: `${twin.dimension}-2`, read: () => ({ stated: '?' }) }] : beside
}

const nameIn = ({ label, near }: Claim['names']) => label || near

/** A switch that names what a list of the card has, by a number (4K, 60 fps), or a second setting of one name. */
function isExtra({ kind }: Widget, names: Claim['names'], terms: Term[]): boolean {
  const words = wordsIn(nameIn(names))
  if (kind !== 'toggle') return kind !== 'prompt' && another(words, terms).length > 0
  const options = terms.flatMap((term) => [...term.options.values()].flat())
  return options.some((name) => name.some((word) => /^\d/.test(word)) && indexOfRun(words, name) >= 0)
}

/** What the page calls it, as the card's own names are written: "upscale-to-4-k". */
function codeOf(name: string, terms: Term[]): string {
  const code = /^[a-z][a-z0-9-]*/.exec(tokens(name).join('-'))?.[0].slice(0, 40)
  return code && terms.every((term) => term.name !== code) ? code : 'extra'
}

/** Known not to be there where it is off or none; else what it shows, which the card refuses by its name. */
function unlessNone(widget: Widget, name: string): Shown {
  const [shown] = widget.shown()
  const words = tokens(shown?.text ?? '')
  const none = shown?.on === false || (words.length > 0 && words.every((word) => noWords.has(word)))
  return { stated: none ? '' : (shown?.text || name).slice(0, 40) }
}

/**
 * Two controls of one kind and one name are of two things: the lengths of two scenes. A number beside its slider is of another kind, and
 * what is held twice in one place (buttons with native ones behind them) is one.
 */
function isTwin(a: Claim, b: Claim, terms: Term[]): boolean {
  if (
    a.widget.element === b.widget.element ||
    a.dimension !== b.dimension ||
    terms.some((term) => term.name === a.dimension && isList(term))
  )
    return false
  return lookOf(a) === lookOf(b) && nameIn(a.names) !== '' && nameIn(a.names) === nameIn(b.names)
}

const lookOf = ({ widget: { kind, element }, names: { options } }: Claim) =>
  [kind, element.localName, element.getAttribute('type'), ...options].join()

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
