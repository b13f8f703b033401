import type { Locale } from '../core/locales'
import { fill } from '../core/locales/message'
import { agoText, clockText } from '../core/locales/time'
import type { Problem } from './problem'

export type Read = { readAt?: number; problem?: Problem }

/** What went wrong when an account was read, in a sentence that keeps the age of what is shown instead. */
export function accountNote({ readAt, problem }: Read, locale: Locale, now: number): string | undefined {
  const { account, accountNever } = locale.messages.problem
  return noteText(problem, readAt, [account, accountNever], locale, now)
}

/** The same for the prices of a page. */
export function cardNote({ readAt, problem }: Read, locale: Locale, now: number): string | undefined {
  const { card, cardNever } = locale.messages.problem
  return noteText(problem, readAt, [card, cardNever], locale, now)
}

/** That the vendor's own history of charges could not be read, and why; undefined where it was. */
export function historyNote(problem: Problem | undefined, locale: Locale, now: number): string | undefined {
  const words = problem && { problem: problemText(problem, locale, now) }
  return words && fill(locale.messages.problem.history, words, locale)
}

/** What went wrong in a few words: "key rejected", "too many questions; it asks to wait, until 14:35". */
export function problemText({ code, until }: Problem, locale: Locale, now: number): string {
  const { problem } = locale.messages
  if (until === undefined || until <= now) return problem[code]
  return fill(problem.until, { problem: problem[code], time: clockText(until, locale, now) }, locale)
}

function noteText(
  problem: Problem | undefined,
  readAt: number | undefined,
  [since, never]: [string, string],
  locale: Locale,
  now: number,
): string | undefined {
  if (!problem) return undefined
  const words = { problem: problemText(problem, locale, now) }
  if (readAt === undefined) return fill(never, words, locale)
  return fill(since, { ...words, age: agoText(Math.max(0, now - readAt), locale) }, locale)
}
