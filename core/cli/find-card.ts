import { loadCard, providers } from '../rate-cards'
import type { RateCard } from '../rate-card'
import { readCard } from '../read-card'
import { checkText } from './findings'
import { Misuse, type Io } from './io'
import { hint } from './nearest'

/** A card by provider name ("runway") or by file path. Throws Misuse. */
export async function findCard(name: string, io: Io): Promise<RateCard> {
  const bundled = await loadCard(name)
  if (bundled) return bundled
  if (!looksLikeFile(name)) throw new Misuse(`no rate card "${name}"${hint(name, providers)}`)
  const text = await readText(name, io)
  const { card } = readCard(text)
  if (card) return card
  const { line, column, path, message } = checkText(text).said[0]!
  throw new Misuse(
    `${name}:${line}:${column}: ${path === '' ? '' : `${path}: `}${message} (see: forecost check ${name})`,
  )
}

export const looksLikeFile = (name: string): boolean => /[./\\]/.test(name)

/** The text of a card: a file, or a bundled card as it would stand in one. Throws Misuse. */
export async function cardText(name: string, io: Io): Promise<string> {
  const bundled = await loadCard(name)
  if (bundled) return JSON.stringify(bundled, null, 2)
  if (!looksLikeFile(name)) throw new Misuse(`no rate card "${name}"${hint(name, providers)}`)
  return readText(name, io)
}

async function readText(path: string, io: Io): Promise<string> {
  try {
    return await io.read(path)
  } catch (error) {
    throw new Misuse(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
