import { fill } from '../../locales/message'
import { Name } from '../../pricing'
import type { RateCard } from '../../rate-card'
import { Misuse, type Command } from '../io'

/** A new card that passes the check, to be filled from a price page. */
export const create: Command = {
  says: 'new',
  examples: ['forecost new acme'],
  usage: 'new <provider>',
  flags: { name: 'string', url: 'string', currency: 'string', into: 'string' },
  async run({ words: [provider], flags }, io, locale) {
    if (provider === undefined || !Name.safeParse(provider).success) throw new Misuse('new-name', { example: 'acme' })
    const text = (flag: string) => (typeof flags[flag] === 'string' ? flags[flag] : undefined)
    const today = io.now().toISOString().slice(0, 10)
    const card = begin(provider, today, text('name'), text('url'), text('currency'))
    const path = `${text('into') ?? '.'}/${provider}.json`
    await put(path, card, io)
    io.out(
      [
        fill(locale.messages.command.written, { path, url: card.sources['prices']!.url }, locale),
        `  forecost check ${path}`,
        `  forecost quote ${path} image resolution=1080p images=2`,
      ].join('\n'),
    )
    return 0
  },
}

async function put(path: string, card: RateCard, io: Parameters<Command['run']>[1]): Promise<void> {
  try {
    await io.write(path, `${JSON.stringify(card, null, 2)}\n`)
  } catch (error) {
    throw new Misuse('unwritable', { path, why: error instanceof Error ? error.message : String(error) })
  }
}

/** One feature of the commonest shape: an option that decides the price of each of several results. */
function begin(
  provider: string,
  today: string,
  name = provider,
  url = `https://${provider}.example/pricing`,
  currency = 'credits',
): RateCard {
  return {
    format: 1,
    provider,
    name,
    version: 1,
    checkedOn: today,
    currency,
    sources: { prices: { url, seenOn: today, grade: 'first-party' } },
    features: {
      image: {
        name: 'Image',
        kind: 'text-to-image',
        surface: 'app',
        source: 'prices',
        dimensions: {
          resolution: { type: 'choice', options: ['720p', '1080p'] },
          images: { type: 'number', min: 1, max: 4, step: 1 },
        },
        charges: [
          { name: 'images', meter: 'images', amount: { by: ['resolution'], cells: { '720p': '1', '1080p': '2' } } },
        ],
      },
    },
    labels: { resolution: { label: 'Resolution', synonyms: ['Size', 'Quality'] } },
    examples: [
      { feature: 'image', request: { resolution: '720p', images: 1 }, answer: '1' },
      { feature: 'image', request: { resolution: '1080p', images: 4 }, answer: '8' },
      { feature: 'image', request: { images: 1 }, answer: '1..2' },
    ],
  }
}
