import { browser } from '../browser'
import type { Connector, HistoryCall } from '../connecting/connector'
import { runHistory, type History, type Line } from '../connecting/history'
import { runBalance, type Call, type Outcome } from '../connecting/run'
import { loadConnector } from '../connectors'
import { linked, type Linked } from '../linked'
import { patternOf } from '../origin'
import type { ProblemCode } from '../problem'
import { change, load } from '../storage'
import { fetchAnswer } from './fetch'
import { keyOf } from './keys'
import { connectorStop } from './stops'

/** What one answer of a vendor may cost us. */
export const vendorBounds = { bytes: 1_000_000, seconds: 15 }

const call: Call = (url, init) => fetchAnswer(url, init, vendorBounds)
const running = new Map<string, Promise<Linked | undefined>>()

/**
 * Reads the account behind a key again, unless it was asked less than the connector's floor ago, or asked us to wait. The last good
 * reading stays when this one fails. Returns what is kept then; undefined where there is no such account.
 */
export function readLinked(id: string, now: () => number): Promise<Linked | undefined> {
  const present = running.get(id)
  if (present) return present
  const run = readOnce(id, now).finally(() => running.delete(id))
  running.set(id, run)
  return run
}

/** Reads an account with another key than before: what is being read with that one is over first, and says nothing of this. */
export async function readAnew(id: string, now: () => number): Promise<void> {
  await running.get(id)?.catch(() => undefined)
  await change(linked(id), (was) => was && { ...was, triedAt: undefined, problem: undefined })
  await readLinked(id, now)
}

async function readOnce(id: string, now: () => number): Promise<Linked | undefined> {
  const kept = await load(linked(id))
  if (kept?.kind !== 'key' || kept.removedAt !== undefined) return kept
  const connector = await loadConnector(kept.provider)
  if (!connector || !due(kept, connector, kept.triedAt, now())) return kept
  const asked = now()
  const outcome = await outcomeOf(id, kept, connector, now)
  return change(linked(id), (was) => was && keep(was, outcome, asked))
}

async function outcomeOf(id: string, kept: Linked, connector: Connector, now: () => number): Promise<Outcome> {
  const failed = (code: ProblemCode): Outcome => ({ problem: { code, at: now() } })
  const stop = await connectorStop(kept.provider)
  if (stop) return failed(stop === 'not-in-policy' ? 'not-in-policy' : 'stopped')
  if (!(await allowed(connector))) return failed('not-allowed')
  const secrets = await keyOf(id).catch(() => undefined)
  if (!secrets) return failed('no-key')
  return runBalance(connector, { ...secrets, ids: kept.ids }, who(id, kept, connector), now, call)
}

function who(id: string, { ids, label }: Linked, { asks }: Connector) {
  const organisation = asks?.find((ask) => ask.organisation)?.id
  const named = organisation === undefined ? undefined : ids?.[organisation]
  return { id, ...(label && { name: label }), ...(named && { organisation: { id: named } }) }
}

function keep(was: Linked, outcome: Outcome, asked: number): Linked {
  if (outcome.problem) return { ...was, problem: outcome.problem, triedAt: asked }
  return { ...was, account: outcome.account, problem: undefined, triedAt: asked }
}

/** Whether a vendor may be asked again. A clock that was set back does not make it wait for ever. */
function due({ problem }: Linked, { floor }: Connector, last: number | undefined, now: number): boolean {
  const until = problem?.until
  if (until !== undefined && now < until && problem!.at <= now) return false
  return last === undefined || now - last >= floor * 1000 || now < last
}

/** When an account may be asked again, where that is not now. */
export function nextTry(kept: Linked, connector: Pick<Connector, 'floor'>, now: number): number | undefined {
  if (kept.triedAt === undefined || due(kept, connector as Connector, kept.triedAt, now)) return undefined
  return Math.max(kept.triedAt + connector.floor * 1000, kept.problem?.until ?? 0)
}

const allowed = (connector: Connector): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(connector.origin)] })

const hasHistory = (connector: Connector): connector is Connector & { history: HistoryCall } =>
  connector.history !== undefined

/**
 * The charge history behind a key, for the ledger. Undefined: nothing was asked, because the vendor publishes none, it is not time
 * yet, or the account, its key or its permission is gone. `known`: lines kept already, so that no more pages are asked than needed.
 */
export async function readHistoryOf(
  id: string,
  now: () => number,
  known?: (line: Line) => boolean,
): Promise<History | undefined> {
  const kept = await load(linked(id))
  if (kept?.kind !== 'key' || kept.removedAt !== undefined) return undefined
  const connector = await loadConnector(kept.provider)
  if (!connector || !hasHistory(connector) || !due(kept, connector, kept.historyTriedAt, now())) return undefined
  const secrets = await keyOf(id).catch(() => undefined)
  if (!secrets || !(await allowed(connector))) return undefined
  const asked = now()
  await change(linked(id), (was) => was && { ...was, historyTriedAt: asked })
  return runHistory(connector, { ...secrets, ids: kept.ids }, now, call, known)
}
