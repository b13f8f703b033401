import { createHash } from 'node:crypto'
import type { Locale } from '../../locales'
import { fill } from '../../locales/message'
import { providers } from '../../rate-cards'
import { sealed } from '../../seal'
import { checkText, type Checked, type Said } from '../findings'
import { cardText, looksLikeFile } from '../find-card'
import { Misuse, type Command, type ExitCode, type Io } from '../io'

/** Validates cards: schema, names, lints, examples. Errors end with 1. */
export const check: Command = {
  says: 'check',
  examples: ['forecost check acme.json'],
  usage: 'check <card.json|provider> ...',
  flags: { all: 'boolean', strict: 'boolean', json: 'boolean', sha256: 'boolean', seal: 'boolean' },
  async run({ words, flags }, io, locale) {
    const names = flags['all'] ? providers : words
    if (names.length === 0) throw new Misuse('which-card')
    if (flags['seal']) return seal(names, io)
    let code: ExitCode = 0
    const found: Record<string, Said[]> = {}
    for (const name of names) {
      const text = await cardText(name, io)
      if (flags['sha256'] && !flags['json']) io.out(pin(name, text))
      const checked = checkText(text)
      found[name] = checked.said
      if (checked.said.some(({ grade }) => grade === 'error' || (flags['strict'] && grade === 'warning'))) code = 1
      if (!flags['json'])
        io.out([...checked.said.map((said) => line(name, said)), summary(name, checked, locale)].join('\n'))
    }
    if (flags['json']) io.out(JSON.stringify(found, null, 2))
    return code
  },
}

/** A sound card as it may lie beside the widget's script, where readers' browsers need not check it again; else what is wrong with it. */
async function seal([name = '', ...more]: readonly string[], io: Io): Promise<ExitCode> {
  if (more.length > 0) throw new Misuse('which-card')
  const text = await cardText(name, io)
  const wrong = checkText(text).said.filter(({ grade }) => grade === 'error')
  for (const said of wrong) io.err(line(name, said))
  // What prints it ends it with a line feed, which is part of the file.
  if (wrong.length === 0) io.out(sealed(`${text.trimEnd()}\n`).slice(0, -1))
  return wrong.length > 0 ? 1 : 0
}

/** As `sha256sum` writes it. A card is pinned by the bytes that are served, and those of a bundled card are none. */
function pin(name: string, text: string): string {
  if (!looksLikeFile(name)) throw new Misuse('only-file', { card: name })
  return `${createHash('sha256').update(text).digest('hex')}  ${name}`
}

const line = (name: string, { line, column, grade, path, message, rule }: Said): string =>
  `${name}:${line}:${column}: ${grade}: ${path === '' ? '' : `${path}: `}${message} [${rule}]`

function summary(path: string, { said, card }: Checked, locale: Locale): string {
  const words = locale.messages.command
  const of = (wanted: Said['grade']) => said.filter(({ grade }) => grade === wanted).length
  const counts = { path, errors: of('error'), warnings: of('warning'), notes: of('note') }
  if (!card) return fill(words['not-card'], counts, locale)
  const examples = card.examples.length
  const replayed = examples - said.filter(({ rule }) => rule === 'examples').length
  return fill(words.checked, { ...counts, replayed, examples }, locale)
}
