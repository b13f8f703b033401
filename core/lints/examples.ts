import { misses } from '../examples'
import { wordsOf } from '../labels'
import { english } from '../locales'
import { reasonText } from '../locales/reasons'
import { error, type Finding, type Lint } from './lint'

/** Every example comes to what it says; where one setting is at fault, the finding stands at it. */
export const examples: Lint = (card) =>
  misses(card).map(({ index, example, result, answer }): Finding => {
    const words = wordsOf(card, example.feature)
    const why = result.reasons.map((reason) => reasonText(reason, words, english)).join('; ')
    const message = `${example.feature} says ${example.answer}, but comes to ${answer}${why === '' ? '' : ` (${why})`}`
    const slip = result.reasons.find(
      ({ dimension = '', value }) => value !== undefined && Object.hasOwn(example.request, dimension),
    )
    if (!slip) return error(['examples', index], message)
    const unknown = slip.code === 'unknown-option' ? { word: slip.value!, allowed: slip.allowed ?? [] } : undefined
    return error(['examples', index, 'request', slip.dimension!], message, unknown)
  })
