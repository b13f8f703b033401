import type { PlanGrant } from '../rate-card'
import type { PlanAccount, PlanLine } from '../spend-plan'
import type { PlanOffer } from '../spend-plan/cheapest-plan'
import type { Gathered } from '../spend-plan/gathered'
import type { Packs } from '../spend-plan/packs'
import { amountText, bareText } from './format'
import type { Locale } from './index'
import { fill } from './message'
import { listText } from './reasons'
import { grantName, shortText } from './standings'
import { dateText } from './time'

/** "40 of your plan credits lapse Friday", "600 come again bit by bit until 1 Dec". */
export function eventText(
  { kind, grant, amount, at, times }: Gathered,
  currency: string,
  locale: Locale,
  now: number,
): string {
  const { plan } = locale.messages
  const said = {
    amount: bareText(amount, currency, locale),
    grant: grantName(grant, locale),
    date: dateText(at, locale, now),
  }
  return fill(plan[times > 1 ? (`${kind}Until` as const) : kind], said, locale)
}

/** What is said of one line beside its total: presses, and a limit it passes. */
export function lineNotes({ presses, stop }: PlanLine, locale: Locale): string[] {
  const { plan } = locale.messages
  const { low, high } = presses
  const count = high > 1 ? fill(plan.presses, { n: { low: String(low), high: String(high) } }, locale) : ''
  const passed =
    stop && (stop.kind === 'cap' || stop.kind === 'spend' || stop.kind === 'runs') ? plan[`stop-${stop.kind}`] : ''
  return [count, passed].filter(Boolean)
}

/** "All together 180–300 credits, and what has no price". */
export function planTotalText({ total, open, currency }: PlanAccount, locale: Locale): string {
  const { plan } = locale.messages
  if (open === 'all') return plan.allUnpriced
  return fill(open ? plan.allOpen : plan.all, { total: amountText(total, currency, locale) }, locale)
}

/** What to buy: "Buy before this: 2 × 1,000 credits for $20.00"; empty where nothing is missing. */
export function buyText({ buy, because, currency }: PlanAccount, locale: Locale): string {
  const { plan } = locale.messages
  if (because === 'no-packs') return plan['no-packs']
  if (!buy) return ''
  const text = (message: string, packs: Packs) =>
    fill(
      message,
      {
        packs: packsText(packs, currency, locale),
        price: amountText(packs.price.amount, packs.price.currency, locale),
      },
      locale,
    )
  if (!buy.least) return text(plan.buyMost, buy.most)
  return buy.least.price.amount === buy.most.price.amount
    ? text(plan.buy, buy.most)
    : `${text(plan.buy, buy.least)}. ${text(plan.buyMost, buy.most)}`
}

/** "Needed by 1 Dec": when to buy, where that is later than today. */
export const buyByText = ({ buy }: PlanAccount, locale: Locale, now: number): string =>
  buy && buy.at > now + 86_400_000
    ? fill(locale.messages.plan.buyBy, { date: dateText(buy.at, locale, now) }, locale)
    : ''

function packsText({ purchases }: Packs, currency: string, locale: Locale): string {
  const one = ({ pack, count }: Packs['purchases'][number]) =>
    fill(locale.messages.plan.pack, { count, credits: amountText(String(pack.amount), currency, locale) }, locale)
  return listText(purchases.map(one), locale)
}

/** Why an account's part is not the whole truth: no account, unknown balance, renewals that are not known. */
export function planNotes({ because, doubts }: PlanAccount, locale: Locale): string[] {
  const { plan } = locale.messages
  const why = because && because !== 'no-packs' ? [plan[because]] : []
  return [...why, ...doubts.map((doubt) => plan[doubt])]
}

/** "12 short in all". */
export const planShortText = ({ short, currency }: PlanAccount, locale: Locale): string =>
  short ? fill(locale.messages.plan.short, { short: shortText(short, currency, locale) }, locale) : ''

/** "$144 a year, packs included", or why a plan's year is not known. `currency`: of its grants. */
export function planOfferText(offer: PlanOffer, currency: string, locale: Locale): string {
  const { plan } = locale.messages
  if (offer.status === 'unknown') {
    if (offer.because !== 'by-day') return plan[`offer-${offer.because}`]
    return fill(plan['offer-by-day'], { grants: grantsText(offer.grants, currency, locale) }, locale)
  }
  const year = amountText(offer.year, offer.currency, locale)
  if (offer.spread) return fill(plan.yearSpread, { year, grants: grantsText(offer.spread, currency, locale) }, locale)
  return fill(offer.packs ? plan.yearPacks : plan.year, { year }, locale)
}

/** "50 credits a day". */
function grantsText(grants: readonly PlanGrant[], currency: string, locale: Locale): string {
  const { table } = locale.messages
  const one = ({ amount, every, perSeat }: PlanGrant) => {
    const [low = '', high = low] = String(amount).split('..')
    const said = fill(table[`every-${every}`], { amount: amountText({ low, high }, currency, locale) }, locale)
    return perSeat ? fill(table.perSeat, { amount: said }, locale) : said
  }
  return listText(grants.map(one), locale)
}
