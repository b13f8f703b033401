import { reason, surface } from '../core/locales/en.json'
import type { Words } from '../core/labels'
import type { Locale, Messages } from '../core/locales'
import { reasonTexts as sentences } from '../core/locales/reasons'
import type { Reason } from '../core/result'

/**
 * A locale with what a later script says: English comes without `words` and without its sentences about reasons, and a language that
 * an author taught may lack them. What the language has of its own goes first.
 */
export function withWords({ messages, ...locale }: Locale, words: { [section: string]: object } = {}): Locale {
  const known: { [section: string]: object } = messages
  const sections = Object.entries(words).map(([name, english]) => [name, { ...english, ...known[name] }])
  const reasons = (messages as Partial<Messages>).reason?.unread ? {} : { reason, surface }
  return { ...locale, messages: { ...messages, ...Object.fromEntries(sections), ...reasons } }
}

/** Why a price is a range or not known, in the words of a script that brings them. */
export const reasonTexts = (why: readonly Reason[], words: Words, locale: Locale): string[] =>
  sentences(why, words, withWords(locale))
