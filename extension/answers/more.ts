import type { Account } from '../../core/account'
import { answersTo } from '../../core/answers'
import type { Entry } from '../../core/ledger'
import type { Locale } from '../../core/locales'
import { answerLines, type AnswerLine } from '../../core/locales/answer-lines'
import { answerSections, type AnswerSection } from '../../core/locales/answer-sections'
import { amountText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { moreAnswersTo } from '../../core/more-answers'
import type { RulesHere } from '../../core/policy'
import { runsOf, type LedgerRun } from '../../core/projections'
import type { RateCard, Request } from '../../core/rate-card'

export type About = {
  card: RateCard
  account: Account | undefined
  /** What the organisation allows where the run is. */
  rules: RulesHere | undefined
  feature: string
  request: Request
  entries: readonly Entry[]
  locale: Locale
  now: number
}
/** The last run of a tool, for the user to say whether its result is kept. */
export type LastRun = { run: string; text: string; kept?: boolean }
export type More = { lines: AnswerLine[]; sections: AnswerSection[]; last?: LastRun }

/** Every answer of one run in words: the line that matters most and the others, and what is behind one click. */
export function moreOf({ card, account, rules, feature, request, entries, locale, now }: About): More {
  const question = {
    card,
    feature,
    request,
    now,
    surface: 'app' as const,
    ...(account && { account }),
    ...(rules && { rules }),
  }
  const subject = { card, feature, locale }
  const answers = answersTo(question)
  const more = answers && moreAnswersTo({ ...question, entries, ...(answers.afford && { allowed: answers.afford }) })
  const last = lastRun(entries, feature)
  return {
    lines: answers ? answerLines({ ...answers, subject, now }) : [],
    sections: more ? answerSections(subject, answers, more) : [],
    ...(last && { last: told(last, card, locale) }),
  }
}

/** The last run of a feature that gave something to judge: charged, or marked already. */
function lastRun(entries: readonly Entry[], feature: string): LedgerRun | undefined {
  return runsOf(entries).findLast(
    ({ press, status, kept }) => press?.feature === feature && (status === 'charged' || kept !== undefined),
  )
}

function told({ run, net, kept, said, charges }: LedgerRun, card: RateCard, locale: Locale): LastRun {
  const { answer } = locale.messages
  const currency = charges[0]?.currency ?? said?.currency ?? card.currency
  const text = net ? fill(answer.last, { amount: amountText(net, currency, locale) }, locale) : answer.lastUnknown
  return { run, text, ...(kept !== undefined && { kept }) }
}
