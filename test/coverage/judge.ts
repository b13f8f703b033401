import { compare, decimal, divide, isPoint, multiply, parseDecimal, round, type Amount } from '../../core/amount'
import { instantOn } from '../../core/day'
import { estimate } from '../../core/estimate'
import type { Feature, RateCard, Request } from '../../core/rate-card'
import type { Estimate, Reason } from '../../core/result'
import { fieldOf } from './field'
import type { Mapping, Rule } from './mapping'
import { blockOf, unitOf, unitPrice, type Ours } from './rate'
import { buildRequest, paramSets, resolveText } from './request'
import type { Row } from './rows'
import { ruleFor } from './select'

export type Verdict =
  | { is: 'exact'; printed?: true }
  | { is: 'contained'; ratio: number }
  | { is: 'declined'; why: string }
  | { is: 'wrong'; why: string }

/** What the card says of one published row. */
export function judge(card: RateCard, mapping: Mapping, row: Row): Verdict {
  const rule = ruleFor(mapping, row)
  if (!rule) return { is: 'declined', why: 'not mapped' }
  if (rule.decline) return { is: 'declined', why: rule.decline }
  const verdicts = paramSets(mapping, rule, row).map((params) => judgeOne(card, mapping, rule, row, params))
  for (const is of ['wrong', 'declined', 'contained'] as const) {
    const worst = verdicts.find((verdict) => verdict.is === is)
    if (worst) return worst
  }
  return verdicts[0]!
}

type Params = Record<string, string | null>

function judgeOne(card: RateCard, mapping: Mapping, rule: Rule, row: Row, params: Params): Verdict {
  if (rule.field) {
    const amount = fieldOf(card, rule, params)
    if (!amount) return { is: 'wrong', why: 'the card has no such field' }
    return compareRow(row, rule, { low: start(amount), high: end(amount) }, undefined)
  }
  const feature = rule.feature === undefined ? undefined : card.features[resolveText(rule.feature, params) ?? '']
  if (!feature) return { is: 'wrong', why: `the card has no feature ${rule.feature}` }
  const ours = evaluate({ card, mapping, rule, row, params, feature })
  if (ours === undefined) return { is: 'declined', why: 'no point to evaluate the rate at' }
  if (!('low' in ours)) return { is: 'declined', why: ours.reasons.map(wordsOf).join('; ') }
  const currency = rule.currency ?? row.expected.unit.split('/')[0]!
  const relative = rule.over !== undefined
  const stated = relative ? ours : inCurrency(card, ours, currency)
  if (!stated) return { is: 'wrong', why: `in ${ours.estimate.currency}, not ${currency}` }
  return compareRow(row, rule, stated, ours.estimate)
}

/** Ours in the row's currency; where the page prints money for credits, by the card's own value of a credit. */
function inCurrency({ currency: own, money }: RateCard, ours: Ours, currency: string): Ours | undefined {
  if (ours.estimate.currency === currency) return ours
  if (ours.estimate.currency !== own || money?.currency !== currency) return undefined
  const value = divide(parseDecimal(money.amount)!, parseDecimal(money.per ?? '1')!)
  return { ...ours, low: multiply(ours.low, value), high: multiply(ours.high, value) }
}

type Asked = { card: RateCard; mapping: Mapping; rule: Rule; row: Row; params: Params; feature: Feature }

function evaluate(asked: Asked): Ours | Estimate | undefined {
  const { rule, row, params, feature } = asked
  const request = buildRequest(rule.request ?? {}, params, feature)
  if (rule.per) {
    const block = rule.block
      ? (resolveText(rule.block, params) ?? '1')
      : blockOf(row.expected.unit, unitOf(feature, rule.per))
    const def = feature.dimensions[rule.per]
    if (!def) throw new Error(`${row.id}: "${rule.per}" is no dimension of ${rule.feature}`)
    return unitPrice(def, block, rule.at, (value) => ask(asked, { ...request, [rule.per!]: value }))
  }
  const ours = ask(asked, request)
  if (!('low' in ours)) return ours
  if (rule.outputs) return scale(ours, parseDecimal(feature.outputs ?? '1')!)
  if (!rule.over) return ours
  const other = ask(asked, buildRequest(rule.over, params, feature))
  return 'low' in other ? scale(ours, other.low) : other
}

const scale = (ours: Ours, by: Amount): Ours => ({ ...ours, low: divide(ours.low, by), high: divide(ours.high, by) })

function ask({ card, mapping, rule, row, params }: Asked, request: Request): Ours | Estimate {
  const on =
    (rule.on && resolveText(rule.on, params)) ?? mapping.days?.[row.as_of] ?? dayIn(row.as_of) ?? card.checkedOn
  const result = estimate(card, resolveText(rule.feature!, params)!, request, instantOn(on, card.timeZone))
  if (result.status === 'unpriced') return result
  const lines = rule.line === undefined ? [result] : result.lines.filter((line) => line.name === rule.line)
  const total = lines[0]?.total
  if (!total) return { ...result, status: 'unpriced', lines: [], reasons: [{ code: 'no-line', words: rule.line }] }
  return { low: parseDecimal(total.low)!, high: parseDecimal(total.high)!, estimate: result }
}

/** The day a row's own words begin with: "2026-05 (copy ...)" is the first of May. */
function dayIn(words: string): string | undefined {
  const [, month, day] = /^(\d{4}-\d{2})(-\d{2})?\b/.exec(words) ?? []
  return month && `${month}${day ?? '-01'}`
}

function compareRow(row: Row, rule: Rule, ours: { low: Amount; high: Amount }, result: Estimate | undefined): Verdict {
  const { amount, min, max } = row.expected
  const low = parseDecimal(String(min ?? amount))!
  const high = parseDecimal(String(max ?? amount))!
  const single = order(ours.low, ours.high) === 0
  if (single && order(low, high) === 0) {
    if (order(ours.low, low) === 0) return { is: 'exact' }
    if (asPrinted(rule, ours.low, low)) return { is: 'exact', printed: true }
    return wrong(row, ours)
  }
  const ends = [ours.low, ours.high].map((a) => rounded(rule, a))
  const around = order(ours.low, low) <= 0 && order(high, ours.high) <= 0
  const printed = rule.roundedTo !== undefined && order(ends[0]!, low) <= 0 && order(high, ends[1]!) <= 0
  if (!around && !printed) return wrong(row, ours)
  if (order(low, high) === 0 && !result?.reasons.every((reason) => reason.code === 'unread' || reason.code === 'auto'))
    return wrong(row, ours)
  return { is: 'contained', ratio: number(ours.high) / number(ours.low) }
}

const start = (a: Amount): Amount => ({ lo: a.lo, hi: a.lo, d: a.d })
const end = (a: Amount): Amount => ({ lo: a.hi, hi: a.hi, d: a.d })
const order = (a: Amount, b: Amount): number => compare(a.lo, a.d, b.lo, b.d)
const number = (a: Amount): number => Number(a.lo) / Number(a.d)

const rounded = (rule: Rule, a: Amount): Amount =>
  rule.roundedTo === undefined ? a : round(a, 'nearest', parseDecimal(rule.roundedTo)!)

const asPrinted = (rule: Rule, ours: Amount, published: Amount): boolean =>
  rule.roundedTo !== undefined && order(rounded(rule, ours), published) === 0

function wrong(row: Row, { low, high }: { low: Amount; high: Amount }): Verdict {
  const [from, to] = [low, high].map((a) => (isPoint(a) ? (decimal(a.lo, a.d) ?? String(number(a))) : '?'))
  const { amount, min, max } = row.expected
  return { is: 'wrong', why: `published ${amount ?? `${min}..${max}`}, ours ${from === to ? from : `${from}..${to}`}` }
}

const wordsOf = ({ code, dimension, value, words }: Reason): string =>
  [code, dimension, value, words].filter((part) => part !== undefined).join(' ')
