import type { Locale } from '../core/locales'
import { fill } from '../core/locales/message'
import { someOf } from '../core/locales/reasons'
import type { CardProblem } from './card-source'

/** What readers are told of a card that cannot be used. */
export const sorry = ({ kind, card }: CardProblem, locale: Locale): string =>
  fill(locale.messages.widget[kind], { list: card ? someOf(Object.keys(card.features), locale) : '' }, locale)
