import { localeFor, type Locale } from '../../locales'
import { answer, requestFrom, requestFromJson } from '../asked'
import { findCard } from '../find-card'
import { Misuse, misuseText, type Command, type ExitCode, type Given, type Io } from '../io'
import { quoteText } from '../quote-text'

const LINE = '{"card": "runway", "feature": "text-to-video", "request": {"model": "gen4_turbo", "duration": 5}}'

/** The price of one run, or of one run a line of standard input. */
export const quote: Command = {
  says: 'quote',
  examples: ['forecost quote runway text-to-video model=gen4_turbo duration=5', `echo '${LINE}' | forecost quote`],
  usage: 'quote <provider|card.json> <feature> [dimension=value ...]',
  flags: { on: 'string', surface: 'string', json: 'boolean' },
  run: (given, io, locale) => (given.words.length === 0 ? quoteLines(given, io, locale) : quoteOne(given, io, locale)),
}

async function quoteOne(
  { words: [name, feature, ...settings], flags }: Given,
  io: Io,
  locale: Locale,
): Promise<ExitCode> {
  const card = await findCard(name!, io)
  if (feature === undefined) throw new Misuse('which-feature', { card: card.name }, Object.keys(card.features))
  const asked = { feature, request: requestFrom(card, feature, settings), ...texts(flags) }
  const { estimate, text } = answer(card, asked, io.now(), locale)
  io.out(flags['json'] ? JSON.stringify({ text, ...estimate }) : quoteText(card, estimate, locale))
  if (estimate.reasons.some(({ code }) => code === 'unknown-option')) return 2
  return estimate.status === 'unpriced' ? 1 : 0
}

const texts = ({ on, surface }: Given['flags']) => ({
  ...(typeof on === 'string' && { on }),
  ...(typeof surface === 'string' && { surface }),
})

/** One JSON object a line in, one a line out, in order; a line that cannot be understood is answered with its error. */
async function quoteLines({ flags }: Given, io: Io, locale: Locale): Promise<ExitCode> {
  let code: ExitCode = 0
  let number = 0
  for await (const line of io.lines() ?? []) {
    number++
    if (line.trim() === '') continue
    try {
      io.out(JSON.stringify(await answerLine(line, texts(flags), io, locale)))
    } catch (error) {
      if (!(error instanceof Misuse)) throw error
      io.out(JSON.stringify({ line: number, error: misuseText(error, locale) }))
      code = 2
    }
  }
  if (number === 0) throw new Misuse('nothing-asked')
  return code
}

async function answerLine(line: string, flags: ReturnType<typeof texts>, io: Io, own: Locale): Promise<object> {
  const { card: name, feature, request, lang, ...rest } = parseLine(line)
  if (typeof name !== 'string' || typeof feature !== 'string') throw new Misuse('bad-line', { example: LINE })
  const card = await findCard(name, io)
  const asked = { feature, request: requestFromJson(request), ...flags, ...texts(rest as Given['flags']) }
  const locale = typeof lang === 'string' ? await localeFor(lang) : own
  const { estimate, text } = answer(card, asked, io.now(), locale)
  return { text, ...estimate }
}

function parseLine(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>
  } catch (error) {
    throw new Misuse('not-json', { why: error instanceof Error ? error.message : String(error) })
  }
  throw new Misuse('bad-line', { example: LINE })
}
