import { Name } from '../../pricing'
import type { RateCard } from '../../rate-card'
import { Misuse, type Command } from '../io'

/** A new card that passes the check, to be filled from a price page. */
export const create: Command = {
  says: 'begin a card: new acme',
  usage: 'new <provider>',
  flags: {
    name: { type: 'string', says: 'the vendor as people call it' },
    url: { type: 'string', says: 'its price page' },
    currency: { type: 'string', says: '"credits", "USD", or its own word' },
    into: { type: 'string', says: 'the folder; this one without' },
  },
  async run({ words: [provider], flags }, io) {
    if (provider === undefined || !Name.safeParse(provider).success)
      throw new Misuse('which provider? a name such as "acme": a letter, then letters, digits, - or _')
    const text = (flag: string) => (typeof flags[flag] === 'string' ? flags[flag] : undefined)
    const today = io.now().toISOString().slice(0, 10)
    const card = begin(provider, today, text('name'), text('url'), text('currency'))
    const path = `${text('into') ?? '.'}/${provider}.json`
    await put(path, card, io)
    io.out(
      [
        `${path} is written.`,
        `1. Put the features and prices of ${card.sources['prices']!.url} into it.`,
        `2. forecost check ${path}`,
        `3. forecost quote ${path} image resolution=1080p images=2`,
        `A bundled card has its line in core/rate-cards/index.ts:  ${provider}: () => import('./${provider}.json'),`,
      ].join('\n'),
    )
    return 0
  },
}

async function put(path: string, card: RateCard, io: Parameters<Command['run']>[1]): Promise<void> {
  try {
    await io.write(path, `${JSON.stringify(card, null, 2)}\n`)
  } catch (error) {
    throw new Misuse(`cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`)
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
