import type { Dimension } from '../../core/pricing'
import type { Shown } from '../binding/shown'
import { isUnit, quantity } from './quantity'
import { indexOfRun, tokens, without } from './tokens'
import { harmlessWords, isBeside, moneyWords, noWords, wordsIn, yesWords, type Term } from './vocabulary'

/**
 * What a control shows, in the card's own words (`stated`), as on or off, or as a count. Words that are no value of the dimension
 * come back as they stand, so that the estimate can name them; undefined: unread. `around` holds the words of its label.
 */
export function meaningOf(shown: Shown | undefined, term: Term, around: string[]): Shown | undefined {
  if (!shown) return undefined
  if (shown.count !== undefined) return counted(shown, term)
  if (term.alternatives.every((d) => d.type === 'toggle')) return onOrOff(shown, term)
  if (shown.on !== undefined) return undefined
  const read = [shown.text, shown.value].map((text) => (text ? valueIn(text, term, around) : undefined))
  const [byText, byValue] = read
  if (byText !== undefined)
    return byValue === undefined || byValue === byText || isPlain(shown.text!) ? { stated: byText } : undefined
  if (shown.text && wordsIn(shown.text).length > 0) return unlisted(shown.text, term)
  return byValue === undefined ? undefined : { stated: byValue }
}

/** Words that name a value beyond doubt, where the machine's own value may be a mere number of the choice. */
const isPlain = (text: string) => tokens(text).some((word) => !/^\d+$/.test(word))

/** Words for an option the card does not list; among numbers a word may hold a number that it does not mean. */
function unlisted(text: string, term: Term): Shown | undefined {
  return term.alternatives.every((d) => d.type === 'choice') ? { stated: text } : undefined
}

function counted(shown: Shown, term: Term): Shown | undefined {
  const number = term.alternatives.find((d) => d.type === 'number')
  if (!number || (shown.of === 'characters' && !number.unit?.startsWith('char'))) return undefined
  return { count: shown.count, of: shown.of }
}

function onOrOff(shown: Shown, term: Term): Shown | undefined {
  if (shown.on !== undefined) return { on: shown.on }
  const words = stripName(wordsIn(shown.text ?? ''), term)
  const answers = words.map((word) => (yesWords.has(word) ? true : noWords.has(word) ? false : undefined))
  const [first] = answers
  return first !== undefined && answers.every((answer) => answer === first) ? { on: first } : undefined
}

/** The value of the dimension that a text names: an option, a number in the dimension's unit, or "auto". */
export function valueIn(text: string, term: Term, around: string[]): string | undefined {
  const plain = withoutPrice(text)
  const option = optionIn(plain, term, around)
  if (option !== undefined) return option
  for (const dimension of term.alternatives) {
    const number = numberIn(plain, term, dimension, around)
    if (number !== undefined) return number
  }
  return undefined
}

/** "1080p (12 credits)" says "1080p". */
function withoutPrice(text: string): string {
  return text
    .slice(0, 200)
    .replace(/[+~≈]?\s*\d[\d.,]*\s*(\p{L}+)/gu, (all, word: string) =>
      moneyWords.has(tokens(word)[0] ?? '') ? ' ' : all,
    )
    .replace(/[$€£]\s*\d[\d.,]*|\d[\d.,]*\s*[$€£]/g, ' ')
}

/** The one option that a text names, with nothing beside it that could make it another. The longest name wins. */
function optionIn(text: string, term: Term, around: string[]): string | undefined {
  const words = wordsIn(text)
  let best: { option: string; length: number } | undefined
  let tied = false
  for (const [option, names] of term.options) {
    for (const name of names) {
      const at = indexOfRun(words, name)
      if (at < 0 || !stripName(without(words, at, name.length), term).every((word) => isHarmless(word, around)))
        continue
      if (best && best.length === name.length && best.option !== option) tied = true
      if (best && best.length >= name.length) continue
      best = { option, length: name.length }
      tied = false
    }
  }
  if (best) return tied ? undefined : best.option
  return onlyNumber(words, term)
}

const isHarmless = (word: string, around: string[]) => harmlessWords.has(word) || around.includes(word)

/** "1080" where every option is a number and the same word, and for "1080p", which is lines of a picture among whatever else. */
function onlyNumber(words: string[], term: Term): string | undefined {
  const [number, ...rest] = stripName(words, term)
  if (number === undefined || rest.length > 0 || !/^\d+$/.test(number)) return undefined
  const options = [...term.options].map(([option]) => [option, tokens(option)] as const)
  const suffixes = new Set(options.map(([, [, ...suffix]]) => suffix.join(' ')))
  const [option, [, ...suffix]] = options.find(([, [first]]) => first === number) ?? ['', []]
  return option && (suffixes.size === 1 || suffix.join() === 'p') ? option : undefined
}

function numberIn(text: string, term: Term, dimension: Dimension, around: string[]): string | undefined {
  const unit = dimension.type === 'number' || dimension.type === 'list' ? dimension.unit : timeLike(term)
  const options = dimension.type === 'choice' ? dimension.options : undefined
  if (dimension.type === 'toggle' || (options && !options.every((option) => /^\d+(\.\d+)?$/.test(option))))
    return undefined
  const words = stripName(wordsIn(text), term)
  const counted = tokens(unit ?? '')[0]
  const foreign = words.filter(
    (word) => !/^\d/.test(word) && !isUnit(word) && word !== 'x' && !isHarmless(word, around) && word !== 'auto',
  )
  if (foreign.some((word) => counted === undefined || !word.startsWith(counted))) return undefined
  const number = quantity(text, unit, around, dimension.type === 'choice' ? {} : dimension)
  if (!options || number === undefined) return number
  return options.find((option) => Number(option) === Number(number))
}

/** A choice of bare numbers has no unit of its own; those called duration or seconds count seconds. */
const timeLike = (term: Term) =>
  term.names.some((name) => name.length === 1 && name[0] === 'duration') ? 's' : undefined

function stripName(words: string[], term: Term): string[] {
  let rest = words
  for (const name of term.names) {
    const at = indexOfRun(rest, name)
    if (at >= 0) rest = without(rest, at, name.length)
  }
  return rest
}

/** Whether the words beside a name leave it the name of this setting. */
export const onlyBeside = (rest: string[]): boolean => rest.every(isBeside)
