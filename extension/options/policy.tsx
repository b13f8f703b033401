import { amountText, bareText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { providerName } from '../../core/rate-cards'
import { isManaged, type Policy } from '../policy'
import type { Options } from './state'

/** What the organisation has fixed, in words; nothing where nobody manages this browser. */
export function PolicySection({ options }: { options: Options }) {
  const { locale, managed } = options
  if (!isManaged(managed.value)) return null
  const { policy, faults } = managed.value
  const texts = locale.messages.policy
  return (
    <section aria-labelledby="policy" class="policy">
      <h2 id="policy">{policy.organisation ?? texts.title}</h2>
      <p>{fill(texts.lead, { organisation: nameOf(options) }, locale)}</p>
      <ul>
        {linesOf(policy, options).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {faults.length > 0 && <p class="notice-line">{fill(texts.faults, { list: listOf(faults, options) }, locale)}</p>}
      {policy.contact && <p class="quiet">{fill(texts.contact, { contact: policy.contact }, locale)}</p>}
    </section>
  )
}

type LockedProps = { options: Options; text?: string }

/** Beside a setting that cannot be changed: who locked it. `text`: where it is not locked quite. */
export function Locked({ options, text = options.locale.messages.policy.locked }: LockedProps) {
  return <p class="locked quiet">{fill(text, { organisation: nameOf(options) }, options.locale)}</p>
}

const nameOf = ({ managed, locale }: Options): string =>
  managed.value.policy.organisation ?? locale.messages.panel.organisation

const listOf = (words: readonly string[], { locale }: Options): string =>
  words.length === 0 ? locale.messages.policy.none : new Intl.ListFormat(locale.intl).format(words)

/** Each rule as one line. */
function linesOf(
  { vendors, models, features, caps, guard, pinnedCards, connectors, channel }: Policy,
  options: Options,
) {
  const { locale } = options
  const texts = locale.messages.policy
  const byProvider = (text: string, lists: { [provider: string]: string[] } | undefined) =>
    Object.entries(lists ?? {}).map(([name, list]) =>
      fill(text, { provider: providerName(name), list: listOf(list, options) }, locale),
    )
  return [
    vendors && fill(texts.vendors, { list: listOf(vendors.map(providerName), options) }, locale),
    ...byProvider(texts.models, models),
    ...byProvider(texts.features, features),
    ...(caps ?? []).map(({ provider, max, currency, per }) =>
      fill(
        per === 'run' ? texts.capRun : texts.capMonth,
        { amount: amountText(String(max), currency, locale), provider: providerName(provider) },
        locale,
      ),
    ),
    guard?.stops && texts.guardStops,
    guard?.above !== undefined && fill(texts.guardAbove, { n: bareText(guard.above, '', locale) }, locale),
    pinnedCards && fill(texts.pinned, { list: listOf(Object.keys(pinnedCards).map(providerName), options) }, locale),
    connectors && fill(texts.connectors, { list: listOf(connectors.map(providerName), options) }, locale),
    channel && texts.channel,
  ].filter((line): line is string => typeof line === 'string')
}

export const policyStyle = `
.policy ul { padding-inline-start: 18px; list-style: disc; display: grid; gap: 4px; }
.locked { grid-column: 1 / -1; margin: 0; font-size: .9em; }
`
