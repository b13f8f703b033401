import { lint } from '../lints'
import { follow, isUnknownField, pathOf, type Fault } from '../faults'
import { CARD_BOUNDS, parseCard } from '../read-card'
import type { RateCard } from '../rate-card'
import { nearest } from './nearest'
import { locate, type Place } from './place'
import { fieldsAt, wordsAt } from './schema-keys'

/** One thing to say of a card's text. */
export type Said = Place & { grade: 'error' | 'warning' | 'note'; path: string; message: string; rule: string }
export type Checked = { said: Said[]; card?: RateCard }

/** Everything there is to say of a card: JSON, schema, names; and if it is a card, its lints and examples. */
export function checkText(text: string): Checked {
  const { value, broken, doubles, at } = bounded(text)
  if (broken) return { said: [{ ...broken, grade: 'error', path: '', rule: 'json' }] }
  const twice = doubles.map(({ path, ...place }): Said => {
    const message = `"${path.at(-1)!}" is there twice; only the last one counts`
    return { ...place, grade: 'error', path: pathOf(path), message, rule: 'json' }
  })
  const { card, faults } = parseCard(value)
  if (!card) return { said: [...twice, ...faults.filter(isNews).map((fault) => saidOf(fault, value, at))] }
  const said = lint(card).map(({ lint, path, message, grade, unknown }) => ({
    ...at(path),
    grade,
    path: pathOf(path),
    message: unknown ? `${message}${meant(unknown.word, unknown.allowed) || fewAllowed(unknown.allowed)}` : message,
    rule: lint,
  }))
  return { said: [...twice, ...said], card }
}

/** A file may be anything: too long or too deep a text is refused before it is walked. */
function bounded(text: string): ReturnType<typeof locate> {
  const refuse = (message: string) => ({
    broken: { line: 1, column: 1, message },
    doubles: [],
    at: () => ({ line: 1, column: 1 }),
  })
  if (text.length > CARD_BOUNDS.bytes) return refuse(`a card of more than ${CARD_BOUNDS.bytes} characters`)
  try {
    return locate(text)
  } catch (error) {
    if (error instanceof RangeError) return refuse(`nested more than ${CARD_BOUNDS.depth} deep`)
    throw error
  }
}

/** Fields of which one is there: what is missing beside a strange field may be any of them. */
const ALTERNATIVES = ['amount', 'rates', 'unpriced', 'notOffered', 'sum', 'of', 'by', 'cells']

/** A field that is missing because its name is misspelt beside it is one slip, not two. */
function isNews({ at = [], message }: Fault, _: number, faults: Fault[]): boolean {
  const key = String(at.at(-1))
  if (!message.endsWith('is missing')) return true
  const parent = at.slice(0, -1)
  return !faults.some(
    (other) =>
      isUnknownField(other) &&
      pathOf(other.at!.slice(0, -1)) === pathOf(parent) &&
      (ALTERNATIVES.includes(key) || nearest(String(other.at!.at(-1)), fieldsAt(parent)) === key),
  )
}

function saidOf(fault: Fault, value: unknown, at: (path: readonly PropertyKey[]) => Place): Said {
  const path = deeper(fault, value) ?? fault.at ?? []
  return { ...at(path), grade: 'error', path: pathOf(path), message: explained(fault, value), rule: 'schema' }
}

/** A name that does not resolve is told by its feature: where it stands in it, or in the meters that features share. */
function deeper({ at = [], message }: Fault, value: unknown): PropertyKey[] | undefined {
  const word = /^"([^"]+)" is (?:neither|made of)|"by" at (.+)$/.exec(message)
  if (!word) return undefined
  const from = [at, ['meters']].find((path) => pathTo(word[1] ?? word[2]!, follow(value, path)))
  return from && [...from, ...pathTo(word[1] ?? word[2]!, follow(value, from))!]
}

const WORDS_OF_PEOPLE = ['name', 'label', 'note', 'source', 'options']

/** Where a word stands as a name: as a key, or as a value by itself. */
function pathTo(word: string, value: unknown): PropertyKey[] | undefined {
  if (value === null || typeof value !== 'object') return undefined
  const entries = Array.isArray(value) ? value.map((item, i) => [i, item] as const) : Object.entries(value)
  for (const [key, item] of entries) {
    if (WORDS_OF_PEOPLE.includes(String(key))) continue
    if (key === word || item === word) return [key]
    const inside = pathTo(word, item)
    if (inside) return [key, ...inside]
  }
  return undefined
}

/** What was found, what is allowed, and the valid word nearest to it. */
function explained(fault: Fault, value: unknown): string {
  const { at = [], message, allowed } = fault
  const key = at.at(-1)
  const found = follow(value, at)
  if (isUnknownField(fault)) return unknownField(String(key), at.slice(0, -1), value)
  const one = allowed ? `; allowed: ${allowed.join(', ')}` : ''
  if (message.endsWith('is missing')) return `${message}${one || wordsAt(at)}`
  if (allowed) return `found ${short(found)}${one}${typeof found === 'string' ? meant(found, allowed) : ''}`
  const named = /^"([^"]+)" is neither/.exec(message)?.[1]
  if (named !== undefined) {
    const names = namesIn(found)
    return `${message}${meant(named, names)}; there are${names.length > 0 ? `: ${names.join(', ')}` : ' none here'}`
  }
  if (/"by" at|made of/.test(message)) return message
  const fields = message === 'expected an object' ? fieldsAt(at) : []
  const wanted = fields.length > 0 ? `${message} with ${fields.join(', ')}` : message
  const zones = key === 'timeZone' && typeof found === 'string' ? meant(found, Intl.supportedValuesOf('timeZone')) : ''
  return `${wanted} (found ${short(found)})${quoting(message, found)}${forSale(at, found)}${zones}`
}

/** A field that stands here elsewhere may only not go together with the others. */
function unknownField(key: string, parent: readonly PropertyKey[], value: unknown): string {
  const fields = fieldsAt(parent, follow(value, parent))
  const others = Object.keys(follow(value, parent) as object).filter((name) => name !== key && fields.includes(name))
  if (fields.includes(key)) return `"${key}" does not go together with ${others.map((name) => `"${name}"`).join(', ')}`
  return `"${key}" is not a field here${meant(key, fields)}; allowed: ${fields.join(', ')}`
}

function quoting(message: string, found: unknown): string {
  if (message === 'expected text' && typeof found === 'number') return `: write "${found}", in quotes`
  const number = message.endsWith('number') && typeof found === 'string' && /^-?\d+(\.\d+)?$/.test(found)
  return number ? `: write ${found}, without quotes` : ''
}

const forSale = (at: readonly PropertyKey[], found: unknown): string =>
  at.includes('cells') && typeof found === 'string' ? '; null where it is not for sale' : ''

/** Where no word is near, those that are valid, if they are few. */
const fewAllowed = (words: readonly string[]): string =>
  words.length > 0 && words.length <= 8 ? `; allowed: ${words.join(', ')}` : ''

function meant(word: string, words: readonly string[]): string {
  const near = nearest(word, words)
  return near === undefined || near === word ? '' : `; did you mean "${near}"?`
}

function namesIn(feature: unknown): string[] {
  const own = (key: string) => Object.keys((follow(feature, [key]) as object | undefined) ?? {})
  return [...own('dimensions'), ...own('meters')]
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
