import { loadCards } from '../../rate-cards'
import { Misuse, type Command, type Io } from '../io'
import { shapeVectors, vectorsOf } from '../vectors-of'

const SAYS =
  'For each vector: evaluate `request` for `feature` of the card named `card` on the day `on`. The answer is a decimal, "low..high" or "unpriced"; reasons may come in any order.'

/** Conformance vectors: cards, requests, days and answers, for any other implementation to run. */
export const vectors: Command = {
  says: 'conformance vectors as one JSON file: the examples of all cards, and files of pricing shapes',
  usage: 'vectors [shapes.json ...]',
  flags: {},
  async run({ words }, io) {
    const bundled = await loadCards()
    const shapes = await Promise.all(words.map(async (path) => shapeVectors(await text(path, io), bundled)))
    const cards = [...bundled, ...shapes.flatMap((shape) => shape.cards)]
    const document = {
      format: 1,
      says: SAYS,
      cards: Object.fromEntries(cards.map((card) => [card.provider, card])),
      vectors: [...bundled.flatMap(vectorsOf), ...shapes.flatMap((shape) => shape.vectors)],
    }
    io.out(JSON.stringify(document))
    return 0
  },
}

async function text(path: string, io: Io): Promise<string> {
  try {
    return await io.read(path)
  } catch (error) {
    throw new Misuse(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
