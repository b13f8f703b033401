import { misses } from '../examples'
import type { Reason } from '../result'
import { error, type Lint } from './lint'

/** Every example comes to what it says. */
export const examples: Lint = (card) =>
  misses(card).map(({ index, example, result, answer }) => {
    const why = result.reasons.map(wordsOf).join('; ')
    const but = why === '' ? answer : `${answer} (${why})`
    return error(['examples', index], `${example.feature} says ${example.answer}, but comes to ${but}`)
  })

function wordsOf({ code, dimension, value, words, allowed }: Reason): string {
  const offered = allowed?.length ? `offered: ${allowed.join(', ')}` : undefined
  return [code, dimension, value, words, offered].filter((part) => part !== undefined).join(' ')
}
