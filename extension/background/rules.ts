import { entriesOf, whoseIs } from '../ledger/read'
import { rulesFor, type RulesHere } from '../../core/policy'
import { spendBy } from '../../core/projections'
import type { Account } from '../../core/account'
import { readPolicy, rulesOf } from '../policy'
import { siteOf } from './whose'

/** The organisation's rules as they stand at an origin. */
export type RulesView = RulesHere & { organisation?: string; contact?: string }

/** The rules about a provider's runs at an origin, with what this month has taken of its caps; undefined: there are none. */
export async function rulesAt(
  provider: string,
  account: Account | undefined,
  origin: string,
  now: number,
): Promise<RulesView | undefined> {
  const { policy } = await readPolicy()
  const rules = rulesOf(policy)
  if (Object.values(rules).every((list) => list === undefined)) return undefined
  const monthly = rules.caps?.some((cap) => cap.provider === provider && cap.per === 'month')
  const spent = monthly && account ? await spentSince(startOfMonth(now), account, origin) : '0'
  const { organisation, contact } = policy
  return { ...rulesFor(rules, provider, spent), ...(organisation && { organisation }), ...(contact && { contact }) }
}

/** What the ledger knows to have been taken since; "0" where it cannot be read. */
async function spentSince(from: number, account: Account, origin: string): Promise<string> {
  const entries = await entriesOf(whoseIs(account, siteOf(account, origin)), from).catch(() => [])
  return spendBy(entries, () => 'all').get('all') ?? '0'
}

function startOfMonth(now: number): number {
  const day = new Date(now)
  return new Date(day.getFullYear(), day.getMonth(), 1).getTime()
}
