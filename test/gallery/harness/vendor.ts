import type { Account } from '../../../core/account'
import type { RateCard } from '../../../core/rate-card'
import { card } from '../card'

/** What the imaginary vendor publishes beside its page: its prices, and an account with this balance. */
export function vendor(balance: string): { [path: string]: () => string } {
  const published: RateCard = { ...card, endpoints: { account: '/api/account' } }
  const account: Account = {
    provider: card.provider,
    id: 'one',
    currency: 'credits',
    balance,
    readAt: 0,
    from: 'session',
  }
  return {
    '/.well-known/rate-card.json': () => JSON.stringify(published),
    '/api/account': () => JSON.stringify(account),
  }
}
