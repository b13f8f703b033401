import type { Entry } from '../../core/ledger'
import type { Account } from '../../core/account'
import { loadConnector } from '../connectors'
import { ledger } from '../ledger/open'
import { whoseIs } from '../ledger/read'
import { linked, type Linked } from '../linked'
import { load } from '../storage'
import { noteAccount, noteHistory, noteSums } from './charges'
import { readHistoryOf, readLinked } from './connect'
import { siteOf } from './whose'

/** Reads an account the user added again, and keeps in the ledger what its balance and its vendor's history say. */
export async function readAndNote(id: string, now: () => number): Promise<void> {
  const before = (await load(linked(id)))?.account
  const kept = await readLinked(id, now)
  if (!kept?.account) return
  const account = kept.account
  const told = await tellsRuns(kept.provider)
  await noteCharges(id, account, now).catch(() => undefined)
  await noteLinked(kept, account, before, told)
}

/** Keeps an added account's balance where it was read anew. */
export async function noteLinked(
  { origin }: Linked,
  account: Account,
  before: Account | undefined,
  told = false,
): Promise<void> {
  if (account.readAt === before?.readAt) return
  const whose = whoseIs(account, siteOf(account, origin))
  await noteAccount(account, whose, { before, told }).catch(() => undefined)
}

/** Whether a vendor's history tells single runs: then nothing is concluded from its balance. */
export async function tellsRuns(provider: string): Promise<boolean> {
  const history = (await loadConnector(provider))?.history
  return history !== undefined && history.lines.sums !== true
}

/** Keeps the lines of a vendor's history. */
async function noteCharges(id: string, account: Account, now: () => number): Promise<void> {
  const whose = whoseIs(account, undefined)
  const known = new Set((await (await ledger()).read(whose)).flatMap(foreignOf))
  const history = await readHistoryOf(id, now, (line) => known.has(line.id))
  if (!history) return
  const { lines } = history
  await (history.sums ? noteSums(lines, whose, now()) : noteHistory(lines, whose))
}

const foreignOf = (entry: Entry): string[] =>
  (entry.kind === 'charge' || entry.kind === 'refund') && entry.foreign !== undefined ? [entry.foreign] : []
