import { parseDecimal } from '../../core/amount'
import type { Account } from '../../core/account'
import { spendableOf } from '../../core/spendable'

/** What a calculator takes from a reader's account: the balance, or what a limit leaves this reader of it. */
export type Reader = { balance: string; plan?: string }

const MOST = 200_000

/**
 * Asks the page's own site for the account of whoever is signed in. Rejects where the address is of another site, where nobody is
 * signed in, and where the reply is no account in the card's currency. Called at the reader's press only.
 */
export async function readerFrom(
  address: string,
  currency: string,
  now: number,
): Promise<Reader & { account: unknown }> {
  const url = new URL(address, document.baseURI)
  if (url.origin !== location.origin)
    throw new Error(`the account of ${url.origin} is not asked for from ${location.origin}`)
  const reply = await fetch(url, {
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(15_000),
  })
  if (!reply.ok) throw new Error(`${url.pathname} answered ${reply.status}`)
  const text = await reply.text()
  if (text.length > MOST) throw new Error(`${url.pathname} is too long`)
  const account: unknown = JSON.parse(text)
  return { ...readerOf(account, currency, now), account }
}

/** The balance and plan of an account as docs/rate-cards.md describes it; throws where it is none, or counts in something else. */
export function readerOf(account: unknown, currency: string, now: number): Reader {
  const given = (typeof account === 'object' && account !== null ? account : {}) as Partial<Account>
  if (given.currency !== currency)
    throw new Error(`the account is in ${String(given.currency)}, the card in ${currency}`)
  const grants = given.grants === undefined || (Array.isArray(given.grants) && given.grants.every(isGrant))
  const held = given.held === undefined || parseDecimal(given.held)
  const limits = given.limits === undefined || Array.isArray(given.limits)
  const bounds = limits && [given.cap ?? [], given.limits ?? []].flat().every(isBound)
  const free = grants && held && bounds ? spendableOf(given as Account, undefined, now) : undefined
  if (!free) throw new Error('the account says no balance')
  return { balance: free.left, ...(typeof given.plan === 'string' && { plan: given.plan }) }
}

const isBound = (limit: unknown): boolean => {
  const { max, used } = (limit ?? {}) as { max?: unknown; used?: unknown }
  return (max === null || parseDecimal(max) !== undefined) && parseDecimal(used) !== undefined
}

const isGrant = (grant: unknown): boolean => {
  const { amount, expires } = (grant ?? {}) as { amount?: unknown; expires?: unknown }
  return parseDecimal(amount) !== undefined && (expires == null || Number.isFinite(expires))
}
