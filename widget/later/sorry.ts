import type { Locale, Messages } from '../../core/locales'
import type { CardProblem } from '../card-source'
import { apology } from '../english'
import { sorry as sentence } from '../sorry'

/** The same where the locale lacks the words: English comes without them, and an author may have taught a language without. */
export const sorry = (problem: CardProblem, { messages, ...locale }: Locale): string =>
  sentence(problem, {
    ...locale,
    messages: {
      ...messages,
      reason: { ...apology.reason, ...messages.reason },
      widget: { ...apology.widget, ...messages.widget },
    } as Messages,
  })
