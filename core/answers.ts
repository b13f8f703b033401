import type { Account } from './account'
import { afford, type Afford } from './afford'
import { changes, type Changes } from './changes'
import { cheaper, type CheaperAnswer } from './cheaper'
import { estimate } from './estimate'
import { underRules, type RulesHere } from './policy'
import type { RateCard, Request, Surface } from './rate-card'
import { standing, type Standing } from './standing'

export type AnswersQuestion = {
  card: RateCard
  feature: string
  request: Request
  /** The settings before the last change. */
  before?: Request
  account?: Account
  /** What the organisation allows here. */
  rules?: RulesHere
  surface?: Surface
  now: number
}
export type Answers = { stands: Standing; afford?: Afford; cheaper: CheaperAnswer; changed?: Changes }

/** What every surface says beside a price, together; undefined where there is no price. */
export function answersTo({ before, account, rules, now, ...asked }: AnswersQuestion): Answers | undefined {
  const { card, feature, request, surface } = asked
  const on = new Date(now)
  const quote = estimate(card, feature, request, on, surface)
  if (quote.status === 'unpriced') return undefined
  return {
    stands: underRules(standing(quote, account, card, now), quote, request, rules),
    ...(account && { afford: afford({ ...asked, account, now }) }),
    cheaper: cheaper({ ...asked, on }),
    ...(before && { changed: changes(card, feature, before, request, on, { surface }) }),
  }
}
