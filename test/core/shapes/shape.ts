import type { Account } from '../../../core/account'
import type { Feature, RateCard, Request, Surface } from '../../../core/rate-card'
import type { Reason } from '../../../core/result'

// One entry for each of the 72 pricing shapes of the market, with the numbers published for it.

/** What else an answer says: the day asked on, why there is no number, or the step to which the page prints its figure. */
export type More = {
  on?: string
  why?: Reason['code']
  printedTo?: string
  approximate?: true
  surface?: Surface
  /** Where the quantity is unknown before the run: the amount for one more of it. */
  rate?: string
}
export type Ask = [request: Request, answer: string, more?: More]
type Inline = Omit<Feature, 'surface' | 'source'> & Partial<Feature>
export type Part = ({ card: string; feature: string } | { feature: Inline; rest?: Partial<RateCard> }) & { asks: Ask[] }

/** What a run of a stated total does to an account. `expected` is a part of the standing. */
export type BalanceAsk = [sentence: string, total: string, account: Partial<Account>, expected: object]
export type Balance = { rest: Partial<RateCard>; asks: BalanceAsk[] }
/** A plan as the schema takes it, or refuses it. */
export type PlanAsk = [sentence: string, plan: unknown, accepted: boolean]

export type Shape = { number: number; name: string; parts?: Part[]; balances?: Balance[]; plans?: PlanAsk[] }
