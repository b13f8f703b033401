import { signal } from '@preact/signals'
import { featureName, readable } from '../../core/labels'
import type { Locale } from '../../core/locales'
import { amountText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { agoText } from '../../core/locales/time'
import { runsOf, type LedgerRun } from '../../core/projections'
import type { RateCard } from '../../core/rate-card'
import { providerName } from '../../core/rate-cards'
import { ledger } from '../ledger/open'
import type { Popup } from './state'

/** Entries looked at for the last runs: each run has a few. */
const look = 60
const most = 3

/** The last runs that were seen, the newest first. */
export const lastRuns = signal<LedgerRun[]>([])

/** Reads the last runs again; a ledger that cannot be read leaves what is shown. */
export async function readLastRuns(): Promise<void> {
  const entries = await ledger()
    .then((store) => store.latest(look))
    .catch(() => undefined)
  if (entries) lastRuns.value = runsOf(entries).filter(isOwn).toReversed().slice(0, most)
}

const isOwn = ({ press, charges }: LedgerRun): boolean => press !== undefined || charges.length > 0

/** What the last runs came to: charged, given back, failed, or still open. */
export function LastRuns({ popup }: { popup: Popup }) {
  const { locale, now, sites } = popup
  const texts = locale.messages.popup
  if (lastRuns.value.length === 0) return null
  const cards = [...sites.value.values()].flatMap(({ card }) => (card ? [card.card] : []))
  return (
    <section aria-labelledby="last">
      <h2 id="last">{texts.last}</h2>
      <ol class="last">
        {lastRuns.value.map((run) => (
          <li key={run.run} class="row">
            <span>
              {whatOf(run, cards)} <small class="quiet">{agoText(Math.max(0, now.value - atOf(run)), locale)}</small>
            </span>
            <span class="n">{amountOf(run, locale)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const atOf = ({ press, charges }: LedgerRun): number => press?.at ?? charges[0]?.at ?? 0

function whatOf({ press, charges }: LedgerRun, cards: RateCard[]): string {
  const feature = press?.feature ?? charges[0]?.feature
  const provider = press?.provider ?? charges[0]?.provider
  const card = cards.find((one) => one.provider === provider)
  if (feature === undefined) return card?.name ?? providerName(provider ?? '')
  return card ? featureName(card, feature) : readable(feature)
}

function amountOf({ net, charges, status }: LedgerRun, locale: Locale): string {
  const { popup: texts } = locale.messages
  const currency = charges[0]?.currency
  const amount = net === undefined || !currency ? undefined : amountText(net, currency, locale)
  if (status === 'in-flight') return texts.lastWaiting
  const word = status === 'refunded' ? texts.lastRefunded : status === 'failed' ? texts.lastFailed : undefined
  return [amount, word].filter((part) => part !== undefined).join(', ') || fill(texts.lastNotKnown, {}, locale)
}
