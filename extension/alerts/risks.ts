import { isLow, type Risk } from '../../core/alerts'
import { driftOf } from '../../core/drift'
import type { Planned } from '../../core/forecast'
import type { Entry } from '../../core/ledger'
import { spendableOf } from '../../core/spendable'
import { forecastOf } from '../answers/forecast-of'
import type { Watched } from './accounts'
import type { AlertChoices } from './kept'

const DAY = 86_400_000

/** What is worth a word about one account now. `entries`: its ledger; `planned`: what the spend plan will take of it. */
export function risksOf(
  { key, account, card }: Watched,
  entries: readonly Entry[],
  { low, lapseDays }: AlertChoices,
  now: number,
  planned: readonly Planned[],
): Risk[] {
  const risk = (kind: Risk['kind'], of: string, more: Partial<Risk> = {}): Risk => ({
    kind,
    account: key,
    key: of,
    ...more,
  })
  const free = spendableOf(account, card, now)
  const lowBelow = low[key] === undefined ? undefined : String(low[key])
  const risks: Risk[] = []
  if (isLow(free?.left, { on: true, lapseWithin: 0, lowBelow }))
    risks.push(risk('low', 'balance', { amount: free!.left }))
  for (const { id, kind, amount, expires } of account.grants ?? []) {
    const soon = expires != null && expires > now && expires - now <= lapseDays * DAY
    // A day's credits lapse every day: that is no news.
    if (soon && kind !== 'daily' && Number(amount) > 0)
      risks.push(risk('lapsing', `${id} ${expires}`, { amount: String(amount), at: expires }))
  }
  if (!card) return risks
  const future = forecastOf({ account, card, entries, planned, now })
  const likely = future.status === 'known' ? future.runOut.likely : undefined
  if (likely !== undefined && account.resets && likely < account.resets)
    risks.push(risk('run-out', String(account.resets), { at: likely }))
  const features = new Set(entries.flatMap((entry) => (entry.kind === 'press' ? [entry.feature] : [])))
  for (const feature of features) if (driftOf(entries, card, feature)) risks.push(risk('drift', feature))
  return risks
}
