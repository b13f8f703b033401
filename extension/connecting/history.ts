import type { HistoryLine } from '../../core/matching'
import { nth } from '../../core/nth'
import type { Problem } from '../problem'
import { currencyOf, failureOf } from './account'
import type { Connector, HistoryCall } from './connector'
import { at, entries, fitsIn, instant, textOf, valueAt, worth, type Reply } from './expression'
import { parseReply } from './parse'
import { requestFor, type Secrets } from './request'
import { problemOf, type Call } from './run'

/** `what`: the vendor's own word for what was run; no name of a card's feature. */
export type Line = HistoryLine & { what?: string }

/**
 * A vendor's charge history as far as it was read. `sums`: each line is several runs together (a day's), so none may be matched to a
 * press. `more`: there are older lines that were not asked for. A problem stands beside what was read before it.
 */
export type History = { lines: Line[]; sums: boolean; more: boolean; problem?: Problem }

/** Pages of one reading, at most: a vendor that never ends its list is left there. */
export const mostPages = 10

/** Reads the charge history through its connector, page after page, until it ends or a whole page is `known` already. */
export async function runHistory(
  connector: Connector & { history: HistoryCall },
  secrets: Secrets,
  now: () => number,
  call: Call,
  known: (line: Line) => boolean = () => false,
): Promise<History> {
  const { history } = connector
  const read: History = { lines: [], sums: history.lines.sums === true, more: false }
  let more: Record<string, string> = {}
  for (let page = 0; page < mostPages; page++) {
    const asked = now()
    const { url, init } = await requestFor(connector, history, secrets, asked, more)
    const answer = await call(url, init)
    if (answer.problem !== undefined) return { ...read, more: true, problem: { code: answer.problem, at: now() } }
    const reply = { body: parseReply(answer.text), header: answer.header }
    const failure = failureOf(history, answer.status, reply) ?? (isList(reply, history) ? undefined : 'nonsense')
    if (failure) return { ...read, more: true, problem: problemOf(connector, failure, answer, now()) }
    const lines = linesOf(reply, history, asked)
    read.lines.push(...lines)
    const next = nextOf(reply, history, page)
    if (!next || (lines.length > 0 && lines.every(known))) return read
    more = next
  }
  return { ...read, more: true }
}

const isList = (reply: Reply, { lines }: HistoryCall): boolean => typeof valueAt(reply, lines.each) === 'object'

/** What the next page is asked with; undefined: this was the last. */
function nextOf(reply: Reply, { next, lines }: HistoryCall, page: number): Record<string, string> | undefined {
  if (!next) return undefined
  if ('offset' in next) {
    const full = entries(valueAt(reply, lines.each)).length >= next.size
    return full ? { [next.offset]: String(next.size * (page + 1)) } : undefined
  }
  const cursor = valueAt(reply, next.cursor)
  return typeof cursor === 'string' && cursor !== '' && cursor.length < 2000 ? { [next.as]: cursor } : undefined
}

/** The lines of one page. One without an amount or a time is left out: it says nothing that could be counted. */
export function linesOf(reply: Reply, { lines }: HistoryCall, now: number): Line[] {
  const seen = new Map<string, number>()
  return entries(valueAt(reply, lines.each)).flatMap(([key, body]) => {
    if (!fitsIn(body, lines.where)) return []
    const own: Reply = { ...reply, body, of: { reply, key } }
    const amount = textOf(worth(own, lines.amount))
    const when = instant(own, lines.at, now)
    const currency = currencyOf(lines.currency, own)
    if (amount === undefined || when === undefined || currency === undefined) return []
    const what = lines.what === undefined ? undefined : wordOf(at(body, lines.what))
    const given = lines.id === undefined ? undefined : wordOf(at(body, lines.id))
    const id = given ?? numbered(`${when}/${what ?? ''}`, seen)
    const line = { id, at: when, currency, ...(what && { what }) }
    if (!amount.startsWith('-')) return [{ ...line, amount }]
    // Given back: what for is not said, so it belongs to no run.
    return [{ ...line, amount: amount.slice(1), refundOf: given ?? id }]
  })
}

const wordOf = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && text !== '' ? text.replace(/\p{C}/gu, '').slice(0, 200) : undefined
}

/** Lines without an id of their own, told apart by where they stand among their like. */
function numbered(id: string, seen: Map<string, number>): string {
  const n = nth(seen, id) - 1
  return n === 0 ? id : `${id}/${n}`
}
