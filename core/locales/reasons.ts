import type { Words } from '../labels'
import type { Reason } from '../result'
import { apart, fill } from './message'
import type { Locale } from './index'
import { keptIntl } from './kept'

/** How many of the offered values a sentence lists before it says how many more there are. */
const LISTED = 4

/** Why a price is a range or not known, as a sentence without a full stop: "Duration could not be read". */
export function reasonText(reason: Reason, words: Words, locale: Locale): string {
  const { reason: texts } = locale.messages
  const { dimension, value } = reason
  const key = reason.code === 'not-offered' && dimension && value !== undefined ? 'not-offered-value' : reason.code
  const sentence = fill(
    texts[key],
    {
      dimension: dimension ? words.dimension(dimension) : texts.setting,
      value: dimension && value !== undefined ? words.option(dimension, value) : (value ?? ''),
      surfaces: listText(
        (reason.surfaces ?? []).map((surface) => locale.messages.surface[surface]),
        locale,
      ),
    },
    locale,
  )
  return offered(reason, ownWords(reason, sentence, locale), words, locale)
}

/** The sentences for all reasons of a result; dimensions that are not known share one. */
export function reasonTexts(reasons: readonly Reason[], words: Words, locale: Locale): string[] {
  const unread = reasons.filter(({ code }) => code === 'unread')
  const names = unread.map(({ dimension = '' }) => words.dimension(dimension))
  const first =
    unread.length > 0 ? [fill(locale.messages.reason.unread, { dimension: listText(names, locale) }, locale)] : []
  return [
    ...first,
    ...reasons.filter(({ code }) => code !== 'unread').map((reason) => reasonText(reason, words, locale)),
  ]
}

// Of a quote the vendor's words say everything; elsewhere they are the detail of ours.
function ownWords({ code, words }: Reason, sentence: string, locale: Locale): string {
  if (!words) return sentence
  return code === 'quote' ? words : fill(locale.messages.reason.words, { reason: sentence, words }, locale)
}

function offered({ allowed, dimension }: Reason, sentence: string, words: Words, locale: Locale): string {
  if (!allowed || allowed.length === 0) return sentence
  const names = allowed.map((option) => (dimension ? words.option(dimension, option) : option))
  return fill(locale.messages.reason.allowed, { reason: sentence, allowed: someOf(names, locale) }, locale)
}

/** A list in the locale, cut after a few: "4, 6 and 3 more". */
export function someOf(names: string[], locale: Locale): string {
  if (names.length <= LISTED + 1) return listText(names, locale)
  const list = names
    .slice(0, LISTED)
    .map((name) => apart(name, locale))
    .join(', ')
  return fill(locale.messages.reason.more, { list, n: names.length - LISTED }, locale)
}

/** "a, b and c" as the locale joins a list. */
export const listText = (names: string[], locale: Locale): string =>
  keptIntl(Intl.ListFormat, locale.intl).format(names.map((name) => apart(name, locale)))
