import { compareDecimals } from '../../core/amount'
import { fill } from '../../core/locales/message'
import { planOfferText } from '../../core/locales/plans'
import type { PlanAccount } from '../../core/spend-plan'
import { plansFor } from '../../core/spend-plan/cheapest-plan'
import type { Plan } from './state'

const SHOWN = 5

/** For each vendor of the plan that sells plans: what a year would come to if this were made every month. */
export function Cheapest({ plan }: { plan: Plan }) {
  return (
    <>
      {plan.plan.value.accounts.map((account) => (
        <Offers key={account.provider} plan={plan} account={account} />
      ))}
    </>
  )
}

function Offers({ plan, account }: { plan: Plan; account: PlanAccount }) {
  const { locale, holdings } = plan
  const { plan: texts } = locale.messages
  const { card, account: own } = holdings.value.get(account.provider)!
  // A total that some lines are missing from is no volume to choose a plan by.
  if (account.open || account.currency !== card.currency || account.total.high === '0') return null
  const lines = plan.plan.value.lines.filter(({ estimate: quote }) => quote.provider === card.provider)
  const each = lines.flatMap(({ estimate: quote }) => (quote.status === 'unpriced' ? [] : quote.total.high))
  const largest = each.toSorted(compareDecimals).at(-1)
  const surface = account.provider.startsWith('http') ? ({ surface: 'app' } as const) : {}
  const offers = plansFor(card, account.total, { ...surface, ...(largest && { largest }) })
  if (!offers.some(({ status }) => status === 'known')) return null
  return (
    <section class="cheapest" aria-label={texts.cheapest}>
      <h2>{texts.cheapest}</h2>
      <p class="quiet">{fill(texts.cheapestWhy, { name: card.name }, locale)}</p>
      <ol>
        {offers.slice(0, SHOWN).map((offer) => (
          <li class="row" key={offer.plan}>
            <span>
              {offer.name}
              {offer.plan === own?.plan && <small class="quiet">{texts.now}</small>}
            </span>
            <span>{planOfferText(offer, card.currency, locale)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
