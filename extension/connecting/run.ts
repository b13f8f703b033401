import type { Account } from '../../core/account'
import type { Answer } from '../background/fetch'
import type { Problem } from '../problem'
import { readAccount, type Named, type Read } from './account'
import type { Connector, Failure } from './connector'
import { parseReply } from './parse'
import { requestFor, type Secrets } from './request'
import { skewed, waitOf } from './reply-time'

/** One call to a vendor: what was asked, bounded and without redirects, and the whole answer. */
export type Call = (url: string, init: RequestInit) => Promise<Answer>
export type Outcome = { account: Account; problem?: undefined } | { account?: undefined; problem: Problem }

/** Reads an account through its connector: the calls of the chain in turn, until one tells a balance or says why not. */
export async function runBalance(
  connector: Connector,
  secrets: Secrets,
  who: Named,
  now: () => number,
  call: Call,
): Promise<Outcome> {
  for (const step of connector.balance) {
    const at = now()
    const { url, init } = await requestFor(connector, step, secrets, at)
    const answer = await call(url, init)
    if (answer.problem !== undefined) return { problem: { code: answer.problem, at: now() } }
    const reply = { body: parseReply(answer.text), header: answer.header }
    const read: Read = readAccount(connector, step, answer.status, reply, who, at)
    if (read.account) return { account: read.account }
    if (read.failure !== 'no-data') return { problem: problemOf(connector, read.failure, answer, now(), read.detail) }
  }
  return { problem: { code: 'no-data', at: now() } }
}

/** A failure in the words of the popup, with how long to wait where the vendor says so. */
export function problemOf(
  { auth }: Connector,
  failure: Failure,
  { header }: { header: (name: string) => string | null },
  at: number,
  detail?: string,
): Problem {
  // A token signed with a wrong time is refused as if the key were wrong.
  if (failure === 'bad-key' && auth.kind === 'jwt-hs256' && skewed(header, at)) return { code: 'clock', at }
  const wait = failure === 'throttled' ? waitOf(header) : undefined
  return {
    code: failure,
    at,
    ...(wait !== undefined && { until: at + wait }),
    ...(detail && { detail: detail.slice(0, 300) }),
  }
}
