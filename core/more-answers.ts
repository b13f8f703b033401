import { affordPairs, type Pairs } from './afford-pairs'
import type { AnswersQuestion } from './answers'
import type { Afford } from './afford'
import { compareJobs, type Comparison } from './compare-offers'
import { detours, type DetourOffer } from './detours'
import { estimate } from './estimate'
import { keeper, type Keeper } from './keeper'
import { keepRecord } from './keeper/record'
import { retryTerms } from './keeper/terms'
import { lanes, waitsOf, type Lane } from './lanes'
import type { Entry } from './ledger'

/** `entries`: the ledger of this account; `allowed`: what `afford` said, whose reaches tell which settings have an order. */
export type MoreQuestion = AnswersQuestion & { entries?: readonly Entry[]; allowed?: Afford }
/** What is one click away. `keepers`: until one is kept, and until `KEPT_MORE` are. `models`: the vendor's own, compared. */
export type MoreAnswers = {
  currency: string
  pairs: Pairs[]
  detours: DetourOffer[]
  keepers: Keeper[]
  lanes: Lane[]
  models: Comparison
}

const KEPT_MORE = 3
const PAIRED_RUNS = [1, 10]

/** Everything that is said of a run beyond the first lines; undefined where there is no price. */
export function moreAnswersTo(question: MoreQuestion): MoreAnswers | undefined {
  const { card, feature, request, account, surface, now, entries = [], allowed } = question
  const on = new Date(now)
  const quote = estimate(card, feature, request, on, surface)
  if (quote.status === 'unpriced') return undefined
  const alike = (run: { press?: { feature: string } }) => run.press?.feature === feature
  const record = keepRecord(entries, alike)
  const terms = retryTerms(card, feature, request, account?.plan, on)
  const until = (wanted: number) => keeper({ total: quote.total, wanted, record, terms })
  const first = until(1)
  const { kind } = card.features[feature]!
  return {
    currency: quote.currency,
    pairs: pairsOf(question, allowed),
    detours: detours(card, feature, request, on, surface),
    keepers: first.status === 'silent' ? [first] : [first, until(KEPT_MORE)],
    lanes: lanes({
      card,
      feature,
      request,
      estimate: quote,
      now,
      waits: waitsOf(entries, card, alike),
      ...(account && { account }),
      ...(surface && { surface }),
    }),
    models: kind ? compareJobs([card], kind, request, on, surface) : { offers: [], uncompared: [] },
  }
}

/** The first two settings that have an order, together, where going higher in one costs of the other. */
function pairsOf(question: MoreQuestion, allowed: Afford | undefined): Pairs[] {
  if (allowed?.status !== 'known') return []
  const [first, second] = allowed.reaches.filter(({ order }) => order === 'ranked').map(({ dimension }) => dimension)
  if (first === undefined || second === undefined) return []
  return PAIRED_RUNS.flatMap((runs) => {
    const asked = { ...question, account: question.account }
    const found = affordPairs(asked, [first, second], runs) ?? affordPairs(asked, [second, first], runs)
    return found && found.pairs.length > 0 ? [found] : []
  })
}
