import { settingsOf } from '../../price-points'
import type { Dimension } from '../../pricing'
import { loadCards } from '../../rate-cards'
import type { RateCard } from '../../rate-card'
import { findCard } from '../find-card'
import type { Command } from '../io'
import { table } from '../quote-text'

/** The cards, or the features of one with their dimensions. */
export const list: Command = {
  says: 'the cards, or the features of one: list runway',
  usage: 'list [provider|card.json]',
  flags: { json: { type: 'boolean', says: 'as JSON' } },
  async run({ words: [name], flags }, io) {
    if (name === undefined) {
      const cards = await loadCards()
      io.out(flags['json'] ? JSON.stringify(cards.map(summary)) : table(cards.map(row)).join('\n'))
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

const row = (card: RateCard): string[] => [
  card.provider,
  card.name,
  card.currency,
  `checked ${card.checkedOn}`,
  `${Object.keys(card.features).length} features`,
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
    ...Object.entries(dimensions).map(([key, def]) => `  ${key}=${[def].flat().map(allowed).join(' or ')}`),
  ])
}

function allowed(def: Dimension): string {
  const only =
    def.when === undefined
      ? ''
      : ` (${settingsOf(def.when)
          .map(([name, value]) => `${name} ${value}`)
          .join(', ')})`
  return `${values(def)}${only}`
}

function values(def: Dimension): string {
  if (def.type === 'choice') return def.options.join('|')
  if (def.type === 'toggle') return 'true|false'
  const unit = def.unit === undefined ? '' : ` ${def.unit}`
  const limits = def.max === undefined ? `${def.min ?? 0} or more${unit}` : `${def.min ?? 0}..${def.max}${unit}`
  return def.type === 'list' ? `list of ${limits}` : limits
}
