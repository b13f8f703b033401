import { familiesOf, familyOf } from './quantity'
import { indexOfRun, without } from './tokens'
import { valueIn, onlyBeside } from './meaning'
import { isBeside, neutralWords, noWords, wordsIn, yesWords, type Term } from './vocabulary'
import type { Widget } from './widget'

/** What one witness says a control is: the dimensions it may be. None: it names something else. */
export type Voice = { by: 'label' | 'near' | 'attribute' | 'options'; dimensions: string[] }

/** What a control is called, by all who can say. */
export type Names = { label: string; near: string; attributes: string[]; options: string[] }

/**
 * Everything that speaks for what a control is. A label that names no dimension speaks for none, which is a veto;
 * attributes that say nothing known are silent.
 */
export function voicesOf(widget: Widget, names: Names, terms: Term[]): Voice[] {
  const fitting = terms.filter((term) => fits(widget, term))
  const voices: Voice[] = []
  const own = names.options.flatMap(wordsIn)
  const label = spoken(names.label, own)
  if (label.length > 0) voices.push({ by: 'label', dimensions: called(label, fitting) })
  const near = label.length > 0 ? [] : spoken(names.near, own)
  if (near.length > 0) voices.push({ by: 'near', dimensions: called(near, fitting) })
  for (const attribute of names.attributes) {
    const dimensions = called(spoken(attribute, []), fitting, true)
    if (dimensions.length > 0) voices.push({ by: 'attribute', dimensions })
  }
  const chosen = byOptions(names.options, fitting)
  if (chosen.length > 0) voices.push({ by: 'options', dimensions: chosen })
  return voices
}

/** The words of a name that say something: not filler, not a value it shows. */
function spoken(text: string, own: string[]): string[] {
  const words = wordsIn(text)
  return words.every((word) => isBeside(word) || own.includes(word)) && !words.some((w) => named(w)) ? [] : words
}

const named = (word: string) => !neutralWords.has(word) && familiesOf(word).length > 0 && word.length > 3

/** The dimensions a name names: one of their names, with nothing but filler beside it. */
export function called(words: string[], terms: Term[], code = false): string[] {
  return terms
    .filter((term) =>
      term.names.some((name) => {
        const at = indexOfRun(words, name)
        if (at < 0) return false
        const before = words.slice(0, at)
        // "Clip 2 duration" is one of several: only a list has such.
        if (!isList(term) && before.some((word) => /^\d/.test(word))) return false
        const rest = without(words, at, name.length).filter((word) => !isAnswer(word, term))
        return onlyBeside(code ? rest.filter((word) => !codeWords.has(word)) : rest)
      }),
    )
    .map(({ name }) => name)
}

/** The dimensions of which a name says that there are several in one run: "Model B". */
export const another = (words: string[], terms: Term[]): string[] =>
  terms
    .filter((term) => !isList(term))
    .filter(({ names }) =>
      names.some((name) => {
        const at = indexOfRun(words, name)
        const rest = at < 0 ? [] : without(words, at, name.length).filter((word) => !isBeside(word))
        return rest.length === 1 && /^\p{L}$/u.test(rest[0]!)
      }),
    )
    .map(({ name }) => name)

const codeWords = new Set(
  'select input field control dropdown slider toggle switch picker group radio button gen v id r'.split(' '),
)
/** "Audio: on" still names audio; "without audio" does not. */
const isAnswer = (word: string, term: Term) =>
  isToggle(term)
    ? yesWords.has(word) || (noWords.has(word) && ['on', 'off', 'aus', 'an'].includes(word))
    : isOption(word, term)

const isOption = (word: string, term: Term) =>
  [...term.options.values()].some((names) => names.some((name) => name.includes(word)))
const isToggle = (term: Term) => term.alternatives.every((d) => d.type === 'toggle')
export const isList = (term: Term) => term.alternatives.every((d) => d.type === 'list')

/** Whether a control of this kind can hold the dimension at all. */
function fits(widget: Widget, term: Term): boolean {
  const types = new Set(term.alternatives.map((d) => d.type))
  const characters = term.alternatives.some((d) => d.type === 'number' && d.unit?.startsWith('char'))
  if (widget.kind === 'prompt') return characters
  if (characters) return false
  if (widget.kind === 'toggle') return types.has('toggle')
  if (widget.kind === 'files') return types.has('number') || types.has('toggle')
  if (widget.kind === 'number') return types.has('number') || types.has('list') || numeric(term)
  return true
}

const numeric = (term: Term) => [...term.options.keys()].every((option) => /^\d+(\.\d+)?$/.test(option))

/** The dimensions whose values the choices are: two at least, or one that is distinct; numbers only with their unit. */
function byOptions(options: string[], terms: Term[]): string[] {
  const all = options.filter(Boolean)
  if (all.length === 0) return []
  return terms.filter((term) => !isToggle(term) && speaks(all, term)).map(({ name }) => name)
}

function speaks(options: string[], term: Term): boolean {
  const values = options.map((option) => (isDistinct(option, term) ? valueIn(option, term, []) : undefined))
  const found = new Set(values.filter((value) => value !== undefined && value !== 'auto'))
  return found.size > 0 && found.size >= Math.ceil(options.length * 0.6) && (options.length === 1 || found.size > 1)
}

/** A bare number, or a word that many settings have, says nothing of which setting it is. */
function isDistinct(option: string, term: Term): boolean {
  const words = wordsIn(option)
  if (words.every((word) => /^\d/.test(word))) return words.length > 1 || option.includes(':')
  if (words.every((word) => common.has(word))) return false
  const unit = term.alternatives.map((d) => ('unit' in d ? familyOf(d.unit) : undefined)).find(Boolean)
  const units = words.flatMap(familiesOf)
  return units.length === 0 || term.options.size > 0 || (unit !== undefined && units.includes(unit))
}

const common = new Set(
  'auto none default standard low medium high fast slow pro max mini lite image images video text audio on off yes no x'.split(
    ' ',
  ),
)
