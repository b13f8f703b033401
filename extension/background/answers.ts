import { answersTo } from '../../core/answers'
import { answerLines, type AnswerLine } from '../../core/locales/answer-lines'
import type { Request } from '../../core/rate-card'
import { viewOf } from './view'

/**
 * The lines under a price in the overlay. Worked out here and not in the page, so that the script on every page stays small; from the
 * card and account of the asking origin alone.
 */
export async function answersFor(
  origin: string,
  asked: { feature: string; request: Request; before?: Request },
  now: number,
): Promise<AnswerLine[]> {
  const view = await viewOf(origin)
  if (!view.on || !view.card) return []
  const { card, account, rules, locale } = view
  const answers = answersTo({ ...asked, card, account, rules, now, surface: 'app' })
  return answers ? answerLines({ ...answers, subject: { card, feature: asked.feature, locale }, now }) : []
}
