import { loadCard, providers } from '../rate-cards'
import type { RateCard } from '../rate-card'
import { readCard } from '../read-card'
import { checkText } from './findings'
import { Misuse, type Io } from './io'

/** A card by provider name ("runway") or by file path. Throws Misuse. */
export async function findCard(name: string, io: Io): Promise<RateCard> {
  const bundled = await loadCard(name)
  if (bundled) return bundled
  if (!looksLikeFile(name)) throw await noCard(name, io)
  const text = await readText(name, io)
  const { card } = readCard(text)
  if (card) return card
  const { line, column, path, message } = checkText(text).said[0]!
  const fault = `${name}:${line}:${column}: ${path === '' ? '' : `${path}: `}${message}`
  throw new Misuse('broken', { fault, command: `forecost check ${name}` })
}

export const looksLikeFile = (name: string): boolean => /[./\\]/.test(name)

/** The text of a card: a file, or a bundled card as it would stand in one. Throws Misuse. */
export async function cardText(name: string, io: Io): Promise<string> {
  const bundled = await loadCard(name)
  if (bundled) return JSON.stringify(bundled, null, 2)
  if (!looksLikeFile(name)) throw await noCard(name, io)
  return readText(name, io)
}

/** Who writes "acme" for a card of his own means acme.json. */
async function noCard(word: string, io: Io): Promise<Misuse> {
  const file = `${word}.json`
  const isThere = await io.read(file).then(Boolean, () => false)
  return isThere ? new Misuse('is-file', { word, file }) : new Misuse('no-card', { word }, providers)
}

/** The text of a file. Throws Misuse. */
export async function readText(path: string, io: Io): Promise<string> {
  try {
    return await io.read(path)
  } catch (error) {
    throw new Misuse('unreadable', { path, why: error instanceof Error ? error.message : String(error) })
  }
}
