import type { Account } from '../../core/account'
import type { Entry } from '../../core/ledger'
import { seeded } from '../../core/random'
import type { RateCard } from '../../core/rate-card'
import type { Task } from '../../core/spend-plan'
import { account, card, now } from './states'

export const DAY = 86_400_000

/** The made-up vendor with everything an answer may draw on: packs, relaxed runs, waits. */
export const richCard: RateCard = {
  ...card,
  plans: {
    standard: {
      name: 'Standard',
      prices: [{ amount: '15', currency: 'USD', every: 'month' }],
      grants: [{ kind: 'plan', amount: '625', every: 'month', expires: 'period-end', refill: 'reset' }],
      topUps: [{ amount: '1000', price: { amount: '10', currency: 'USD' }, expires: 'never' }],
      entitlements: [{ mode: 'relaxed', wait: '0..600', match: { model: 'gen4' } }],
    },
  },
  features: { ...card.features, video: { ...card.features['video']!, completion: '60..120' } },
}
export const holder: Account = {
  ...account,
  grants: [
    { id: 'g1', kind: 'plan', amount: '240', expires: now + 9 * DAY },
    { id: 'g2', kind: 'top-up', amount: '1360', expires: null },
  ],
  resets: now + 9 * DAY,
}
export const request = { model: 'gen4', duration: '5', resolution: '720p', audio: false, variants: '1' }

/** Seven weeks of runs, more of them on working days. */
export function history(): Entry[] {
  const random = seeded(12)
  return Array.from({ length: 49 }, (_, day) => {
    const at = now - (49 - day) * DAY
    const weekend = [0, 6].includes(new Date(at).getUTCDay())
    const runs = Math.floor(random() * (weekend ? 1.3 : 4))
    return Array.from({ length: runs }, (_run, i): Entry => ({
      id: `c${day}.${i}`,
      at: at + i * 60_000,
      provider: card.provider,
      account: 'a1',
      run: `${day}.${i}`,
      kind: 'charge',
      amount: random() < 0.5 ? '60' : '120',
      currency: 'credits',
      from: 'history',
    }))
  }).flat()
}

const task = (id: string, duration: string, rest: Partial<Task> = {}): Task => ({
  id,
  provider: card.provider,
  feature: 'video',
  request: { ...request, duration },
  ...rest,
})
export const plannedTasks: Task[] = [
  task('a', '5', { runs: 2 }),
  task('b', '10', { attempts: { low: 1, high: 3 } }),
  task('c', '8', { runs: 4, attempts: { low: 2, high: 4 }, at: now + 10 * DAY }),
  task('d', '10', { runs: 3, at: now + 12 * DAY }),
]
