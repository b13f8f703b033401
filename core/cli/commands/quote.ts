import { localeFor } from '../../locales'
import { answer, requestFrom, requestFromJson } from '../asked'
import { findCard } from '../find-card'
import { Misuse, type Command, type ExitCode, type Given, type Io } from '../io'
import { quoteText } from '../quote-text'

/** The price of one run, or of one run a line of standard input. */
export const quote: Command = {
  says: 'the price of a run: quote runway text-to-video model=gen4_turbo duration=5',
  usage: 'quote <provider|card.json> <feature> [dimension=value ...]   or JSON lines on standard input',
  flags: {
    on: { type: 'string', says: 'the day whose prices are used: 2026-08-07' },
    surface: { type: 'string', says: 'where it is asked: app, api, ios, android, desktop' },
    lang: { type: 'string', says: 'the language of the text: de, pt-BR' },
    json: { type: 'boolean', says: 'the whole estimate as JSON' },
  },
  run: (given, io) => (given.words.length === 0 ? quoteLines(given, io) : quoteOne(given, io)),
}

async function quoteOne({ words: [name, feature, ...settings], flags }: Given, io: Io): Promise<ExitCode> {
  const card = await findCard(name!, io)
  if (feature === undefined) throw new Misuse(`${card.name} has: ${Object.keys(card.features).join(', ')}`)
  const asked = { feature, request: requestFrom(card, feature, settings), ...texts(flags) }
  const { estimate, text } = await answer(card, asked, io.now())
  const locale = await localeFor(asked.lang ?? 'en')
  io.out(flags['json'] ? JSON.stringify({ text, ...estimate }) : quoteText(card, estimate, locale))
  if (estimate.reasons.some(({ code }) => code === 'unknown-option')) return 2
  return estimate.status === 'unpriced' ? 1 : 0
}

const texts = ({ on, surface, lang }: Given['flags']) => ({
  ...(typeof on === 'string' && { on }),
  ...(typeof surface === 'string' && { surface }),
  ...(typeof lang === 'string' && { lang }),
})

/** One JSON object a line in, one a line out, in order; a line that cannot be understood is answered with its error. */
async function quoteLines({ flags }: Given, io: Io): Promise<ExitCode> {
  let code: ExitCode = 0
  let number = 0
  for await (const line of io.lines() ?? []) {
    number++
    if (line.trim() === '') continue
    try {
      io.out(JSON.stringify(await answerLine(line, texts(flags), io)))
    } catch (error) {
      if (!(error instanceof Misuse)) throw error
      io.out(JSON.stringify({ line: number, error: error.message }))
      code = 2
    }
  }
  if (number === 0) throw new Misuse('nothing asked: give a provider and a feature, or JSON lines on standard input')
  return code
}

async function answerLine(line: string, flags: ReturnType<typeof texts>, io: Io): Promise<object> {
  const { card: name, feature, request, ...rest } = parseLine(line)
  if (typeof name !== 'string' || typeof feature !== 'string')
    throw new Misuse('a line is {"card": "runway", "feature": "text-to-video", "request": {"duration": 5}}')
  const card = await findCard(name, io)
  const asked = { feature, request: requestFromJson(request), ...flags, ...texts(rest as Given['flags']) }
  const { estimate, text } = await answer(card, asked, io.now())
  return { text, ...estimate }
}

function parseLine(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>
  } catch (error) {
    throw new Misuse(`not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  throw new Misuse('a line is one JSON object')
}
