import type { Account } from './account'
import { own } from './own'
import type { Dimension } from './pricing'
import type { Feature, RateCard } from './rate-card'

/** The card's own words for a feature: how its dimensions and options are called in front of people. */
export type Words = { dimension: (name: string) => string; option: (dimension: string, value: string) => string }

/**
 * Words of a feature of a card: its labels, else the dimension's own, else the name made readable ("faceLimit": "Face limit",
 * "words-removed": "Words removed"; of options only such as are plain words: "1080p" and "hd" stay).
 */
export function wordsOf(card: RateCard, feature: string): Words {
  const found = own(card.features, feature)
  return {
    dimension: (name) => own(card.labels, name)?.label ?? ownLabel(found, name) ?? readable(name),
    option: (dimension, value) =>
      own(own(card.labels, dimension)?.options, value)?.[0] ??
      // Where a plan changes the price it is a choice named `plan`, by the plan's id.
      (dimension === 'plan' ? own(card.plans, value)?.name : undefined) ??
      (/^[a-z][-_ a-z]{2,}$/.test(value) ? readable(value) : value),
  }
}

/** Where there is no card to ask. */
export const noWords: Words = { dimension: (name) => readable(name), option: (_, value) => value }

/** What a feature is called: its name, else its id made readable. */
export const featureName = (card: RateCard, feature: string): string =>
  own(card.features, feature)?.name || readable(feature)

/** What the account's seat is called: its role's name in the card, else the role's id. */
export const roleName = (account: Account | undefined, card: RateCard | undefined): string | undefined =>
  account?.role && (own(card?.roles, account.role.id)?.name ?? account.role.id)

/** "faceLimit", "text-to-video" and "video_seconds" as words. */
export function readable(name: string): string {
  const words = name
    .replace(/[-_]+/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const ownLabel = (feature: Feature | undefined, name: string): string | undefined =>
  ([own(feature?.dimensions, name) ?? []].flat() as Dimension[]).find(({ label }) => label)?.label
