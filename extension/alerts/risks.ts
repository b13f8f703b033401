import { isLow, type Risk } from '../../core/alerts'
import { balanceOf } from '../../core/balance'
import { driftOf } from '../../core/drift'
import { forecast } from '../../core/forecast'
import type { Entry } from '../../core/ledger'
import { seeded } from '../../core/random'
import type { Watched } from './accounts'
import type { AlertChoices } from './kept'

const DAY = 86_400_000

/** What is worth a word about one account now. `entries`: its ledger; `offset`: minutes east of UTC. */
export function risksOf(
  { key, account, card }: Watched,
  entries: readonly Entry[],
  { low, lapseDays }: AlertChoices,
  now: number,
  offset: number,
): Risk[] {
  const risk = (kind: Risk['kind'], of: string, more: Partial<Risk> = {}): Risk => ({
    kind,
    account: key,
    key: of,
    ...more,
  })
  const balance = balanceOf(account, now)
  const lowBelow = low[key] === undefined ? undefined : String(low[key])
  const risks: Risk[] = []
  if (isLow(balance, { on: true, lapseWithin: 0, lowBelow })) risks.push(risk('low', 'balance', { amount: balance }))
  for (const { id, amount, expires } of account.grants ?? []) {
    const soon = expires != null && expires > now && expires - now <= lapseDays * DAY
    if (soon && Number(amount) > 0)
      risks.push(risk('lapsing', `${id} ${expires}`, { amount: String(amount), at: expires }))
  }
  if (!card) return risks
  const likely = runsOutAt({ account, card, entries, now, offset })
  if (likely !== undefined && account.resets && likely < account.resets)
    risks.push(risk('run-out', String(account.resets), { at: likely }))
  const features = new Set(entries.flatMap((entry) => (entry.kind === 'press' ? [entry.feature] : [])))
  for (const feature of features) if (driftOf(entries, card, feature)) risks.push(risk('drift', feature))
  return risks
}

function runsOutAt(question: Omit<Parameters<typeof forecast>[0], 'random'>): number | undefined {
  const said = forecast({ ...question, random: seeded(question.now) })
  return said.status === 'known' ? said.runOut.likely : undefined
}
