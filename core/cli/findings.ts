import { lint } from '../lints'
import { pathOf, type Fault } from '../faults'
import { CARD_BOUNDS, parseCard } from '../read-card'
import type { RateCard } from '../rate-card'
import { nearest } from './nearest'
import { locate, type Place } from './place'
import { fieldsAt } from './schema-keys'

/** One thing to say of a card's text. */
export type Said = Place & { grade: 'error' | 'warning' | 'note'; path: string; message: string; rule: string }
export type Checked = { said: Said[]; card?: RateCard }

/** Everything there is to say of a card: JSON, schema, names; and if it is a card, its lints and examples. */
export function checkText(text: string): Checked {
  const { value, broken, at } = bounded(text)
  if (broken) return { said: [{ ...broken, grade: 'error', path: '', rule: 'json' }] }
  const { card, faults } = parseCard(value)
  if (!card) return { said: faults.map((fault) => saidOf(fault, value, at)) }
  const said = lint(card).map(({ lint, path, message, grade, unknown }) => ({
    ...at(path),
    grade,
    path: pathOf(path),
    message: unknown ? `${message}${meant(unknown.word, unknown.allowed)}` : message,
    rule: lint,
  }))
  return { said, card }
}

/** A file may be anything: too long or too deep a text is refused before it is walked. */
function bounded(text: string): ReturnType<typeof locate> {
  const refuse = (message: string) => ({ broken: { line: 1, column: 1, message }, at: () => ({ line: 1, column: 1 }) })
  if (text.length > CARD_BOUNDS.bytes) return refuse(`a card of more than ${CARD_BOUNDS.bytes} characters`)
  try {
    return locate(text)
  } catch (error) {
    if (error instanceof RangeError) return refuse(`nested more than ${CARD_BOUNDS.depth} deep`)
    throw error
  }
}

function saidOf(fault: Fault, value: unknown, at: (path: readonly PropertyKey[]) => Place): Said {
  const path = fault.at ?? []
  return { ...at(path), grade: 'error', path: fault.path, message: explained(fault, value), rule: 'schema' }
}

/** What was found, what is allowed, and the valid word nearest to it. */
function explained({ at = [], message, allowed }: Fault, value: unknown): string {
  const key = at.at(-1)
  if (typeof key === 'string' && message === `"${key}" is not a field here`) {
    const fields = fieldsAt(at.slice(0, -1))
    return `${message}${meant(key, fields)}; allowed: ${fields.join(', ')}`
  }
  const found = at.reduce<unknown>(follow, value)
  const what = found === undefined ? 'nothing' : short(found)
  if (!allowed) {
    const quoted = /^"([^"]+)" is neither/.exec(message)?.[1]
    const names = quoted === undefined ? [] : namesIn(found)
    return quoted === undefined
      ? `${message.replace(/^Invalid input: /, '')} (found ${what})`
      : `${message}${meant(quoted, names)}; there are: ${names.join(', ')}`
  }
  return `found ${what}; allowed: ${allowed.join(', ')}${typeof found === 'string' ? meant(found, allowed) : ''}`
}

function meant(word: string, words: readonly string[]): string {
  const near = nearest(word, words)
  return near === undefined || near === word ? '' : `; did you mean "${near}"?`
}

function follow(here: unknown, key: PropertyKey): unknown {
  return here !== null && typeof here === 'object' && Object.hasOwn(here, key)
    ? (here as Record<PropertyKey, unknown>)[key]
    : undefined
}

function namesIn(feature: unknown): string[] {
  const own = (key: string) => Object.keys((follow(feature, key) as object | undefined) ?? {})
  return [...own('dimensions'), ...own('meters')]
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
