import { loadCards } from '../../rate-cards'
import { readText } from '../find-card'
import type { Command } from '../io'
import { shapeVectors, vectorsOf } from '../vectors-of'

const SAYS =
  'For each vector: evaluate `request` for `feature` of the card named `card` on the day `on`. The answer is a decimal, "low..high" or "unpriced"; reasons may come in any order.'

/** Conformance vectors: cards, requests, days and answers, for any other implementation to run. */
export const vectors: Command = {
  says: 'vectors',
  usage: 'vectors [shapes.json ...]',
  flags: {},
  async run({ words }, io) {
    const bundled = await loadCards()
    const shapes = await Promise.all(words.map(async (path) => shapeVectors(await readText(path, io), bundled)))
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
