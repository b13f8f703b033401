import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema, type CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { loadCards, providers } from '../rate-cards'
import { localeFor, type Locale } from '../locales'
import { answer, requestFromJson } from './asked'
import { featuresOf, summary } from './commands/list'
import { findCard, looksLikeFile } from './find-card'
import { Misuse, misuseText, type Io } from './io'
import { quoteText } from './quote-text'

const text = { type: 'string' } as const

const TOOLS = [
  {
    name: 'list',
    description: 'Rate cards that can be quoted; with a provider, its features and what their dimensions allow.',
    inputSchema: { type: 'object' as const, properties: { provider: text }, additionalProperties: false },
    annotations: { readOnlyHint: true },
  },
  {
    name: 'quote',
    description:
      'What one run comes to before it is started: exact, a range with its reasons, or unpriced with a reason. A setting that is left out is unread. Prices are published ones; nothing is run or bought.',
    inputSchema: {
      type: 'object' as const,
      properties: {
        provider: { ...text, description: `one of ${providers.join(', ')}` },
        feature: { ...text, description: 'the id of a feature, from list' },
        request: { type: 'object', description: 'settings by dimension: {"model": "gen4_turbo", "duration": 5}' },
        on: { ...text, description: 'a day, 2026-08-07; today without one' },
        surface: { ...text, enum: ['app', 'api', 'ios', 'android', 'desktop', 'any'] },
        lang: { ...text, description: 'language of the text, "de"' },
      },
      required: ['provider', 'feature'],
      additionalProperties: false,
    },
    annotations: { readOnlyHint: true },
  },
]

/** A server with two tools, quote and list; they read, and never spend. `idle`: when every question so far is answered. */
export function createServer(io: Io, locale: Locale): { server: Server; idle: () => Promise<unknown> } {
  const open = new Set<Promise<unknown>>()
  const server = new Server({ name: 'forecost', version: '1' }, { capabilities: { tools: {} } })
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOLS }))
  server.setRequestHandler(CallToolRequestSchema, ({ params: { name, arguments: given = {} } }) => {
    const asked = call(name, given, io, locale)
    open.add(asked)
    void asked.finally(() => open.delete(asked))
    return asked
  })
  return { server, idle: () => Promise.allSettled(open) }
}

async function call(name: string, given: Arguments, io: Io, own: Locale): Promise<CallToolResult> {
  const lang = textOf(given, 'lang')
  const locale = lang === undefined ? own : await localeFor(lang)
  try {
    if (name === 'list') return await listed(given, io)
    if (name === 'quote') return await quoted(given, io, locale)
    throw new Misuse(
      'no-tool',
      { word: name },
      TOOLS.map((tool) => tool.name),
    )
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    return { content: [{ type: 'text', text: misuseText(error, locale) }], isError: true }
  }
}

type Arguments = Record<string, unknown>

const textOf = (given: Arguments, name: string): string | undefined =>
  typeof given[name] === 'string' ? given[name] : undefined

/** Only bundled cards: an agent does not make us read files. */
function bundled(given: Arguments, io: Io) {
  const name = textOf(given, 'provider')
  if (name === undefined || looksLikeFile(name)) throw new Misuse('which-provider', {}, providers)
  return findCard(name, io)
}

async function listed(given: Arguments, io: Io): Promise<CallToolResult> {
  const all = given['provider'] === undefined
  const content = all ? (await loadCards()).map(summary) : featuresOf(await bundled(given, io))
  return { content: [{ type: 'text', text: JSON.stringify(content) }] }
}

async function quoted(given: Arguments, io: Io, locale: Locale): Promise<CallToolResult> {
  const card = await bundled(given, io)
  const asked = {
    feature: textOf(given, 'feature') ?? '',
    request: requestFromJson(given['request']),
    on: textOf(given, 'on'),
    surface: textOf(given, 'surface'),
  }
  const { estimate, text } = answer(card, asked, io.now(), locale)
  return {
    content: [{ type: 'text', text: quoteText(card, estimate, locale) }],
    structuredContent: { text, ...estimate },
  }
}
