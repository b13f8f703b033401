import { computed, type ReadonlySignal } from '@preact/signals-core'
import { estimate } from '../../core/estimate'
import type { Request } from '../../core/rate-card'
import type { Estimate } from '../../core/result'
import { standing, type Standing } from '../../core/standing'
import { underRules } from '../../core/policy'
import { requestOf } from '../binding/request'
import type { Form } from '../binding/watch'
import type { StateWord } from '../messages'
import type { Parts } from './parts'
import type { Quoted } from './quote'
import type { SiteOn } from './site'

/** What pressing the button of a form would do now. */
export type Run = {
  site: SiteOn
  request: Request
  /** The settings before the last change, once there was one. */
  before?: Request
  estimate: Estimate
  standing?: Standing
  /** What other settings would come to now. */
  price: (request: Request) => Estimate
  /** The page's own price, where it shows one. */
  quoted?: Quoted
  now: number
}

/** The run a form stands for, derived from its controls and the site: control -> request -> estimate -> standing. */
export function runOf(
  form: Form,
  view: ReadonlySignal<SiteOn | undefined>,
  quotes: ReadonlySignal<Parts['quote'] | undefined>,
): ReadonlySignal<Run | undefined> {
  const feature = form.bound.feature
  const remember = lastChange()
  let quoteOf: ReturnType<Parts['quote']['followQuote']> | undefined
  return computed(() => {
    const site = view.value
    const readings = form.readings.value
    const said = form.said.value
    quoteOf ??= quotes.value?.followQuote()
    if (!site) return undefined
    const now = Date.now()
    const { card, account } = site
    // The first reading is under way: what it brings is not known to be missing.
    if (!card && site.accountPending) return undefined
    const none = withoutCard(feature)
    if (!card) return { site, request: {}, estimate: none, price: () => none, now }
    const priceOf = (asked: Request) => estimate(card, feature, asked, new Date(now), 'app')
    const request = requestOf(card, feature, readings, { plan: account?.plan })
    const price = priceOf(request)
    const before = remember(request)
    const under = (who: typeof account) => underRules(standing(price, who, card, now), price, request, site.rules)
    const stands = under(account)
    // Nothing is said of an account that is only now being read; what the organisation does not allow holds whoever it is.
    const reading = site.accountPending === true && (account ?? card.endpoints?.account) !== undefined
    const barred = reading && site.rules ? under(undefined) : undefined
    // A balance that could not be read again is shown with its age, however young.
    const old = stands.stale || site.accountProblem !== undefined
    const known = { ...stands, stale: account !== undefined && old, ...(reading && { pending: true as const }) }
    const shown = barred?.binding ? barred : known
    const quoted = quoteOf?.(said, price)
    return {
      site,
      request,
      ...(before && { before }),
      estimate: price,
      price: priceOf,
      standing: shown,
      ...(quoted && { quoted }),
      now,
    }
  })
}

/** Remembers the settings before the last change of any. */
function lastChange(): (request: Request) => Request | undefined {
  let last: Request | undefined
  let before: Request | undefined
  return (request) => {
    if (last && JSON.stringify(last) !== JSON.stringify(request)) before = last
    last = request
    return before
  }
}

/** No card could be read: there is no price, and the panel says why. */
function withoutCard(feature: string): Estimate {
  const none = { provider: '', feature, currency: 'credits', on: '', sources: [], tries: 0 }
  return { status: 'unpriced', ...none, reasons: [{ code: 'card' }], lines: [] }
}

/** One word for the icon: what stands in the way first, then how sure the price is. */
export function stateOf({ estimate, standing }: Run): StateWord {
  const status = standing?.status
  if (standing?.pending) return estimate.status === 'unpriced' ? 'unpriced' : 'stale'
  if (status === 'short' || status === 'limit' || status === 'not-permitted') return status
  if (estimate.status === 'unpriced') return 'unpriced'
  if (standing?.stale) return 'stale'
  return status === 'low' ? 'low' : estimate.status
}
