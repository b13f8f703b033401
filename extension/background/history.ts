import type { HistoryLine } from '../../core/matching'
import * as z from '../../core/zod'
import { Name, Num, Text } from '../../core/pricing'
import type { Account } from '../../core/account'
import { canonical } from '../../core/amount'
import { ledger } from '../ledger/open'
import { webOrigin } from '../origin'
import type { Problem } from '../problem'
import { currentAccount, site, type Site } from '../site'
import { change } from '../storage'
import { parseJson } from './accounts'
import { noteHistory } from './charges'
import { fetchText } from './fetch'
import { isOn } from './sites'
import { whoseOf } from './whose'

const Line = z.object({
  id: Text,
  at: z.number().check(z.gte(0), z.lt(8.64e15)),
  amount: Num,
  currency: Text,
  feature: z.optional(z.nullable(Name)),
  outcome: z.optional(z.nullable(z.enum(['done', 'failed', 'running']))),
  refundOf: z.optional(z.nullable(Text)),
  run: z.optional(z.nullable(Text)),
})
/** What a card's history endpoint answers: lines oldest first, and where to go on. See docs/rate-cards.md. */
const Page = z.object({ entries: z.array(z.unknown()).check(z.maxLength(1000)), next: z.optional(z.nullable(Text)) })

const bytes = 2_000_000
/** Pages of one reading; a longer history is read on at the next. */
const pages = 20

/**
 * Reads what a site's own history says was charged since the last time, with the user's session, and keeps it. Returns how many
 * entries were new; a history that cannot be read adds none, is asked for again next time, and why is kept with the site until it is read.
 */
export async function refreshHistory(origin: string, { card, ...kept }: Site, now: () => number): Promise<number> {
  const account = currentAccount({ card, ...kept })
  const path = card?.card.endpoints?.history
  if (!card || !account || path === undefined) return 0
  const address = new URL(path, origin)
  if (webOrigin(address.href) !== origin) return 0
  const whose = whoseOf(card.card, account, origin)
  const store = await ledger()
  const id = [origin, whose.provider, whose.account].join(' ')
  let after = await store.cursor(id)
  let added = 0
  let settled = true
  for (let page = 0; page < pages; page++) {
    const asked = now()
    const read = await readPage(address, after)
    if (!(await isOn(origin))) return added
    if (read.problem !== undefined) {
      await keepProblem(origin, { code: read.problem, at: now() })
      return added
    }
    added += await noteHistory(read.lines, whose, () => told.set(keyOf(origin, account), asked))
    // A run that is not over will say more under the same id: the next reading begins before it.
    const open = read.lines.findIndex(({ outcome }) => outcome === 'running')
    const firm = settled ? read.lines.slice(0, open < 0 ? undefined : open) : []
    settled &&= open < 0
    const last = firm.at(-1)
    if (last) await store.moveCursor({ id, site: origin, after: last.id })
    if (read.next === undefined || read.next === after) break
    after = read.next
  }
  await keepProblem(origin, undefined)
  return added
}

// What was told to a background that has been ended since is not known.
const started = Date.now()
/** When an account's history was asked, the last time that it told something new. */
const told = new Map<string, number>()
const keyOf = (origin: string, { id }: Account) => `${origin} ${id}`

/** Whether a history told something new after an account was asked for: that reading may not count with it yet. */
export const hasToldSince = (origin: string, account: Account): boolean =>
  (told.get(keyOf(origin, account)) ?? started) >= account.readAt

async function keepProblem(origin: string, historyProblem: Problem | undefined): Promise<void> {
  await change(site(origin), (was) => (was.historyProblem || historyProblem ? { ...was, historyProblem } : was))
}

async function readPage(address: URL, after: string | undefined) {
  const url = new URL(address)
  url.searchParams.set('limit', '200')
  if (after !== undefined) url.searchParams.set('after', after)
  const fetched = await fetchText(url.href, { bytes, seconds: 20, credentials: 'include' })
  if (fetched.problem) return { problem: fetched.problem }
  if (fetched.unchanged) return { problem: 'nonsense' as const }
  const parsed = Page.safeParse(parseJson(fetched.text))
  if (!parsed.success) return { problem: 'nonsense' as const }
  // One line that says something else is left out; the others still count.
  const lines = parsed.data.entries.flatMap((entry) => Line.safeParse(entry).data ?? [])
  return { lines: lines.map(lineOf), next: parsed.data.next ?? undefined }
}

function lineOf({ id, at, amount, currency, feature, outcome, refundOf, run }: z.infer<typeof Line>): HistoryLine {
  return {
    id,
    at: Math.floor(at),
    amount: canonical(amount)!.replace('-', ''),
    currency,
    ...(feature && { feature }),
    ...(outcome && { outcome }),
    ...(refundOf && { refundOf }),
    ...(run && { job: run }),
  }
}
