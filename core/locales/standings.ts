import type { Grant } from '../account'
import { isMoney, type Binding, type BindingKind } from '../limits'
import type { Range } from '../result'
import type { Spendable, Under } from '../spendable'
import type { Standing } from '../standing'
import { amountText, bareText } from './format'
import type { Locale, Messages } from './index'
import { fill } from './message'
import { listText } from './reasons'
import { ageText, dateText } from './time'

/**
 * What stands after the price on a chip: "340 left", "12 short", "your cap: 40 left", "balance 2 hr old". The most important
 * thing only: that the account is only now being read, permission, what is missing, the limit that binds, the age of the balance.
 */
export function standingText(standing: Standing, currency: string, locale: Locale): string {
  const { standing: texts } = locale.messages
  const { status, binding, short, after } = standing
  if (standing.pending) return texts.pending
  if (status === 'not-permitted') return barText(binding, locale)
  if (status === 'short' && short) return shortText(short, currency, locale)
  if (status === 'limit' && binding) return bindingText(binding, currency, locale)
  if (standing.stale) return oldText(standing.age, texts.unrefreshed, texts.old, locale)
  if (!after) return standing.because === 'no-balance' ? texts.unknown : ''
  const left = leftText(standing.spendable?.after ?? after, standing.spendable?.under, currency, locale)
  return status === 'low' ? fill(texts.low, { left }, locale) : left
}

/** What one person can still spend: "340 left", or "60 left under your cap" where a limit leaves less than the account holds. */
export function leftText(left: Range | string, under: Under | undefined, currency: string, locale: Locale): string {
  const { standing } = locale.messages
  return fill(standing[under ? lefts[under] : 'left'], { n: bareText(left, currency, locale) }, locale)
}

const lefts = { cap: 'leftCap', spend: 'leftSpend', 'org-month': 'leftOrg' } as const

/** What one person can still spend, where it stands alone: "400 credits", "60 left under your cap". */
export const spendableText = ({ left, under }: Spendable, currency: string, locale: Locale): string =>
  under ? leftText(left, under, currency, locale) : amountText(left, currency, locale)

/** "Your cap leaves less than the balance of 9,400": beside what a limit leaves. */
export function leavesText(under: Under, balance: string, currency: string, locale: Locale): string {
  const { panel } = locale.messages
  return fill(panel[leaves[under]], { balance: bareText(balance, currency, locale) }, locale)
}

const leaves = { cap: 'leavesCap', spend: 'leavesSpend', 'org-month': 'leavesOrg' } as const

/** How old a balance is; one of this minute that could not be read again has no age worth a number. */
export function oldText(age: number, young: string, old: string, locale: Locale): string {
  return age < 60_000 ? young : fill(old, { age: ageText(age, locale) }, locale)
}

/** "12 short"; where only the dearest case is not covered: "up to 12 short". */
export function shortText(short: Range, currency: string, locale: Locale): string {
  const { amount } = locale.messages
  const maybe = short.low === '0' && short.high !== '0'
  return fill(
    maybe ? amount.maybeShort : amount.short,
    { n: bareText(maybe ? short.high : short, currency, locale) },
    locale,
  )
}

/** The limit that binds, in a few words: "your cap: 40 left", "run limit reached". */
export function bindingText(binding: Binding, currency: string, locale: Locale): string {
  const { standing } = locale.messages
  const { kind, left } = binding
  if (kind === 'balance') return standing.balance
  if (isBar(kind)) return barText(binding, locale)
  if (left === undefined || left === '0') return standing[`${kind}-none`]
  const n = isMoney(kind) ? bareText(left, currency, locale) : { low: left, high: left }
  return fill(standing[kind], { n }, locale)
}

/** Why a run is not permitted, in a few words: the account, the role, or a rule of the organisation. */
export function barText(binding: Binding | undefined, locale: Locale): string {
  const { standing } = locale.messages
  return standing[binding && isBar(binding.kind) ? binding.kind : 'role']
}

type Bar = 'status' | 'role' | 'vendor' | 'model' | 'feature'
const isBar = (kind: BindingKind): kind is Bar => ['status', 'role', 'vendor', 'model', 'feature'].includes(kind)

/** What a grant is called: its own name, else its kind ("top-up"). */
export const grantName = (grant: { name?: string; kind: keyof Messages['grant'] }, locale: Locale): string =>
  grant.name ?? locale.messages.grant[grant.kind]

/** "Uses 40 of your plan credits that expire Friday, then 20 of your top-up"; empty where no grant is named. */
export function usesText(drains: Standing['drains'], currency: string, locale: Locale, now: number): string {
  const { panel } = locale.messages
  const parts = drains.map(({ grant, amount }) => drainText(grant, bareText(amount, currency, locale), locale, now))
  const [first, ...rest] = parts
  if (first === undefined) return ''
  const list = rest.length ? fill(panel.usesThen, { first, rest: listText(rest, locale) }, locale) : first
  return fill(panel.uses, { list }, locale)
}

function drainText(grant: Grant, amount: string, locale: Locale, now: number): string {
  const { panel } = locale.messages
  const name = grantName(grant, locale)
  if (!grant.expires) return fill(panel.drain, { amount, grant: name }, locale)
  return fill(panel.drainExpires, { amount, grant: name, date: dateText(grant.expires, locale, now) }, locale)
}
