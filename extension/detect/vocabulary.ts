import { readable } from '../../core/labels'
import { own } from '../../core/own'
import type { Dimension } from '../../core/pricing'
import type { RateCard } from '../../core/rate-card'
import { familyOf, isUnit, timeWords } from './quantity'
import { segmented, tokens } from './tokens'
import { concepts, harmless, money, neutral, toggles } from './words'

/** One dimension of a feature with every way pages may call it and its options. */
export type Term = {
  name: string
  alternatives: Dimension[]
  /** Its names, as tokens, the longest first. */
  names: string[][]
  /** Tokens of each option's names. */
  options: Map<string, string[][]>
}

const flat = (words: string[]) => new Set(words.flatMap(tokens))
export const neutralWords = flat(neutral)
export const harmlessWords = flat(harmless)
export const moneyWords = flat(money)
export const yesWords = flat(toggles.yes)
export const noWords = flat(toggles.no)

const known = new Set([
  ...concepts.flatMap(({ words }) => words.flatMap(tokens)),
  ...[...neutralWords, ...harmlessWords, ...moneyWords, ...yesWords, ...noWords],
])

/** The words of a label, those of scripts without spaces split where the vocabulary knows the parts. */
export function wordsIn(text: string): string[] {
  const before = kept.get(text)
  if (before) return before
  const words = segmented(tokens(text), known)
  if (kept.size >= mostKept) kept.clear()
  kept.set(text, words)
  return words
}

// One page is held against hundreds of features: the same few texts each time.
const kept = new Map<string, string[]>()
const mostKept = 5000

/** What pages may call the dimensions of a feature: the card's own words, and what such a dimension is called in many languages. */
export function termsOf(card: RateCard, feature: string): Term[] {
  const dimensions = card.features[feature]?.dimensions ?? {}
  return Object.entries(dimensions)
    .filter(([name]) => name !== 'plan' && name !== 'surface')
    .map(([name, def]) => {
      const alternatives = [def].flat() as Dimension[]
      const label = own(card.labels, name)
      const said = [label?.label, ...(label?.synonyms ?? []), ...alternatives.map((d) => d.label), readable(name)]
      const common = concepts.filter(({ names }) => names.includes(name)).flatMap(({ words }) => words)
      const counted = alternatives.some((d) => d.type === 'number' && d.unit?.startsWith('char')) ? promptWords : []
      const timed = alternatives.some((d) => 'unit' in d && familyOf(d.unit) === 's') ? timeWords : []
      const names = unique([...said, ...common, ...counted, ...timed].filter((it) => it !== undefined).map(wordsIn))
      return { name, alternatives, names, options: optionsOf(alternatives, label?.options) }
    })
}

const promptWords = concepts.find(({ names }) => names.includes('prompt'))!.words

function optionsOf(alternatives: Dimension[], labels: Record<string, string[]> = {}): Map<string, string[][]> {
  const options = new Set(alternatives.flatMap((d) => (d.type === 'choice' ? d.options : [])))
  return new Map([...options].map((option) => [option, unique([option, ...(own(labels, option) ?? [])].map(wordsIn))]))
}

function unique(all: string[][]): string[][] {
  const byText = new Map(all.filter((words) => words.length > 0).map((words) => [words.join(' '), words]))
  return [...byText.values()].sort((a, b) => b.length - a.length)
}

/** Words that may stand beside the name of a setting: neutral ones, units, and numbers. */
export const isBeside = (word: string): boolean => neutralWords.has(word) || isUnit(word) || /^\d/.test(word)
