import { reason, surface } from '../core/locales/en.json'
import type { Locale, Messages } from '../core/locales'

/**
 * A locale with what a later script says: English comes without `words` and without its sentences about reasons, and a language that
 * an author taught may lack them. What the language has of its own goes first.
 */
export function withWords({ messages, ...locale }: Locale, words: object = {}): Locale {
  const reasons = (messages as Partial<Messages>).reason?.unread ? {} : { reason, surface }
  return { ...locale, messages: { ...words, ...messages, ...reasons } }
}
