import { afford } from '../../core/afford'
import { changes } from '../../core/changes'
import { cheaper } from '../../core/cheaper'
import { estimate } from '../../core/estimate'
import { answerLines, type AnswerLine } from '../../core/locales/answer-lines'
import type { Request } from '../../core/rate-card'
import { standing } from '../../core/standing'
import { viewOf } from './view'

/**
 * The lines under a price in the overlay. Worked out here and not in the page, so that the script on every page stays small; from the
 * card and account of the asking origin alone.
 */
export async function answersFor(
  origin: string,
  { feature, request, before }: { feature: string; request: Request; before?: Request },
  now: number,
): Promise<AnswerLine[]> {
  const view = await viewOf(origin)
  if (!view.on || !view.card || !Object.hasOwn(view.card.features, feature)) return []
  const { card, account, locale } = view
  const on = new Date(now)
  const quote = estimate(card, feature, request, on, 'app')
  if (quote.status === 'unpriced') return []
  const asked = { card, feature, request, surface: 'app' } as const
  return answerLines({
    subject: { card, feature, locale },
    stands: standing(quote, account, card, now),
    afford: account && afford({ ...asked, account, now }),
    cheaper: cheaper({ ...asked, on }),
    changed: before && changes(card, feature, before, request, on, { surface: 'app' }),
    now,
  })
}
