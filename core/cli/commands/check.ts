import { createHash } from 'node:crypto'
import { providers } from '../../rate-cards'
import { checkText, type Checked, type Said } from '../findings'
import { cardText, looksLikeFile } from '../find-card'
import { Misuse, type Command, type ExitCode } from '../io'

/** Validates cards: schema, names, lints, examples. Errors end with 1. */
export const check: Command = {
  says: 'validate a card and replay its examples: check acme.json',
  usage: 'check <card.json|provider> ...',
  flags: {
    all: { type: 'boolean', says: 'every bundled card' },
    strict: { type: 'boolean', says: 'warnings count as errors' },
    json: { type: 'boolean', says: 'the findings as JSON' },
    sha256: { type: 'boolean', says: 'print what a card file is pinned by' },
  },
  async run({ words, flags }, io) {
    const names = flags['all'] ? providers : words
    if (names.length === 0) throw new Misuse('which card? give a file, a provider, or --all')
    let code: ExitCode = 0
    const found: Record<string, Said[]> = {}
    for (const name of names) {
      const text = await cardText(name, io)
      if (flags['sha256'] && !flags['json']) io.out(pin(name, text))
      const checked = checkText(text)
      found[name] = checked.said
      if (checked.said.some(({ grade }) => grade === 'error' || (flags['strict'] && grade === 'warning'))) code = 1
      if (!flags['json']) io.out([...checked.said.map((said) => line(name, said)), summary(name, checked)].join('\n'))
    }
    if (flags['json']) io.out(JSON.stringify(found, null, 2))
    return code
  },
}

/** As `sha256sum` writes it. A card is pinned by the bytes that are served, and those of a bundled card are none. */
function pin(name: string, text: string): string {
  if (!looksLikeFile(name)) throw new Misuse(`${name} is bundled; only a file has a SHA-256 to pin`)
  return `${createHash('sha256').update(text).digest('hex')}  ${name}`
}

const line = (name: string, { line, column, grade, path, message, rule }: Said): string =>
  `${name}:${line}:${column}: ${grade}: ${path === '' ? '' : `${path}: `}${message} [${rule}]`

function summary(name: string, { said, card }: Checked): string {
  const counts = (['error', 'warning', 'note'] as const).map((grade) => {
    const count = said.filter((s) => s.grade === grade).length
    return `${count} ${grade}${count === 1 ? '' : 's'}`
  })
  if (!card) return `${name}: not a rate card: ${counts[0]}`
  const missed = said.filter(({ rule }) => rule === 'examples').length
  return `${name}: ${counts.join(', ')}; ${card.examples.length - missed} of ${card.examples.length} examples replay`
}
