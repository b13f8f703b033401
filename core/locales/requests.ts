import type { Account } from '../account'
import { featureName } from '../labels'
import { permissionsOf, type Binding } from '../limits'
import type { RateCard } from '../rate-card'
import type { Estimate } from '../result'
import type { Standing } from '../standing'
import { totalText } from './estimates'
import { bareText } from './format'
import type { Locale } from './index'
import { fill } from './message'
import { wholeDateText } from './time'

export type Asked = {
  estimate: Estimate
  standing: Standing | undefined
  account: Account | undefined
  card: RateCard
  /** Who made the rule, and whom to ask, where the organisation's policy says so. */
  organisation?: string
  contact?: string
  locale: Locale
}

/**
 * A ready-made request to whoever runs the account, where what stops the run is theirs to change: the seat's cap, the role, a rule of the
 * organisation, or a shared balance that is too low. One sentence a line. Undefined where there is nobody to ask, or where the seat may
 * change it itself.
 */
export function requestText(asked: Asked): string | undefined {
  const { estimate, standing, account, card, contact, locale } = asked
  const texts = locale.messages.request
  const binding = standing?.binding
  const short = standing?.status === 'short' && isShared(account)
  if (!binding || !(short || asks[binding.kind])) return undefined
  const own = short ? 'buy' : binding.kind === 'cap' ? 'caps' : undefined
  if (own && permissionsOf(account, card)?.includes(own)) return undefined
  const amount = (n: string | undefined) => bareText(n ?? '0', estimate.currency, locale)
  const fillings = {
    tool: featureName(card, estimate.feature),
    vendor: card.name,
    total: totalText(estimate, locale),
    name: binding.name ?? '',
    left: amount(binding.left),
    max: amount(binding.max),
    balance: amount(standing.balance),
    date: binding.resets ? wholeDateText(binding.resets, locale) : '',
    organisation: asked.organisation ?? locale.messages.panel.organisation,
    contact: contact ?? '',
  }
  const lines = [
    contact ? texts.helloName : texts.hello,
    estimate.status === 'unpriced' ? texts.wantOnly : texts.want,
    short ? texts.tooLow : whyOf(binding, texts),
    binding.kind === 'cap' && standing.balance !== undefined ? texts.balance : undefined,
    short ? texts.askCredits : texts[asks[binding.kind]!],
    texts.thanks,
  ]
  return lines
    .filter((line) => line !== undefined)
    .map((line) => fill(line, fillings, locale))
    .join('\n')
}

const asks: { [kind in Binding['kind']]?: 'askCap' | 'askAllow' } = {
  cap: 'askCap',
  'org-run': 'askCap',
  'org-month': 'askCap',
  role: 'askAllow',
  vendor: 'askAllow',
  model: 'askAllow',
  feature: 'askAllow',
}

function whyOf({ kind, resets }: Binding, texts: Locale['messages']['request']): string | undefined {
  if (kind === 'cap') return resets ? texts.capUntil : texts.cap
  if (kind === 'org-run') return texts.orgRun
  if (kind === 'org-month') return texts.orgMonth
  if (kind === 'role' || kind === 'vendor' || kind === 'model' || kind === 'feature') return texts[kind]
  return undefined
}

/** Whether the account is somebody else's to fill: a seat of an organisation. */
const isShared = (account: Account | undefined): boolean =>
  account?.organisation !== undefined || (account?.grants?.some(({ kind }) => kind === 'pool') ?? false)
