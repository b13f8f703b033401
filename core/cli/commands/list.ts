import { loadCards } from '../../rate-cards'
import type { RateCard } from '../../rate-card'
import type { Locale } from '../../locales'
import { fill } from '../../locales/message'
import { allowedText } from '../allowed'
import { findCard } from '../find-card'
import type { Command } from '../io'
import { table } from '../quote-text'

/** The cards, or the features of one with their dimensions. */
export const list: Command = {
  says: 'list',
  examples: ['forecost list runway'],
  usage: 'list [provider|card.json]',
  flags: { json: 'boolean' },
  async run({ words: [name], flags }, io, locale) {
    if (name === undefined) {
      const cards = await loadCards()
      io.out(
        flags['json'] ? JSON.stringify(cards.map(summary)) : table(cards.map((card) => row(card, locale))).join('\n'),
      )
      return 0
    }
    const card = await findCard(name, io)
    io.out(flags['json'] ? JSON.stringify(featuresOf(card)) : featureLines(card).join('\n'))
    return 0
  },
}

/** A card in a line: what an agent or a script needs to choose one. */
export function summary(card: RateCard) {
  const { provider, name, currency, checkedOn, features } = card
  return { provider, name, currency, checkedOn, features: Object.keys(features) }
}

const row = (card: RateCard, locale: Locale): string[] => [
  card.provider,
  card.name,
  card.currency,
  fill(locale.messages.command['checked-on'], { day: card.checkedOn }, locale),
  fill(locale.messages.command.features, { n: Object.keys(card.features).length }, locale),
]

/** Every feature with its dimensions and what they allow. */
export function featuresOf(card: RateCard) {
  return Object.entries(card.features).map(([id, { name, kind, surface, currency, dimensions }]) => ({
    feature: id,
    ...(name !== undefined && { name }),
    ...(kind !== undefined && { kind }),
    surface,
    currency: currency ?? card.currency,
    dimensions,
  }))
}

function featureLines(card: RateCard): string[] {
  return featuresOf(card).flatMap(({ feature, name, surface, dimensions }) => [
    `${feature}  ${name ?? ''}  (${[surface].flat().join(', ')})`.replace(/ {2,}/g, '  '),
    ...Object.entries(dimensions).map(([key, def]) => `  ${key}=${allowedText(def)}`),
  ])
}
