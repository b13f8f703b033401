import type { ComponentChildren } from 'preact'
import { totalText } from '../../core/locales/estimates'
import { bareText, worthText } from '../../core/locales/format'
import { reasonTexts } from '../../core/locales/reasons'
import { oldText, shortText } from '../../core/locales/standings'
import { fill } from '../../core/locales/message'
import { numberText } from '../../core/locales/number'
import { dateText, waitText } from '../../core/locales/time'
import type { Words } from '../../core/labels'
import type { Binding } from '../../core/limits'
import type { Locale } from '../../core/locales'
import type { Estimate, Range } from '../../core/result'
import type { Standing } from '../../core/standing'
import { Balance } from './balance'
import { Bill } from './bill'
import { chipState } from './chip'
import { Mark } from './mark'
import { Sources } from './sources'

export type PanelProps = {
  estimate: Estimate
  standing?: Standing
  words: Words
  locale: Locale
  now: number
  /** What is bought, on the right of the headline: "Gen-4.5". */
  title: string
  worth?: { amount: Range; currency: string }
  /** How many of the page's controls are read, and how they were found. */
  reading?: { read: number; all: number; how?: string }
  /** What must be said beside the number, more than the sources already say. */
  qualifiers?: string[]
  /** The name of the role, for "your role may not generate". */
  role?: string
  /** Who made the rules that may bind. */
  organisation?: string
  /** Quiet lines: what changed, what is cheaper, what else can be made. */
  children?: ComponentChildren
}

/** Everything behind a price: the bill, the balance after, what binds, why it is not one number, and where it comes from. */
export function Panel(props: PanelProps) {
  const { estimate, standing, words, locale, now, title, worth, children } = props
  const matter = standing && matterText(props, standing)
  const queue = standing?.queue && queueText(standing.queue, locale)
  const { panel } = locale.messages
  return (
    <div class="panel" part="panel" data-state={chipState(estimate, standing)}>
      <header class="row">
        <strong class="total n">
          {totalText(estimate, locale)}
          {worth && <span class="worth">{worthText(worth, locale)}</span>}
        </strong>
        <span class="quiet">{title}</span>
      </header>
      {matter && (
        <p class="matter">
          <Mark shape="triangle" />
          {matter}
        </p>
      )}
      <Bill estimate={estimate} words={words} locale={locale} />
      {estimate.reasons.length > 0 && (
        <section>
          <h3>{estimate.status === 'unpriced' ? panel.whyUnpriced : panel.why}</h3>
          <ul class="reasons">
            {reasonTexts(estimate.reasons, words, locale).map((text, at) => (
              <li key={at}>{sentence(text)}</li>
            ))}
          </ul>
        </section>
      )}
      {standing && <Balance standing={standing} currency={estimate.currency} locale={locale} now={now} />}
      {queue && <p class="quiet">{queue}</p>}
      {children}
      <Foot {...props} />
    </div>
  )
}

const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** The one line that matters most: permission, then what is missing, then the limit that binds, then a low or an old balance. */
export function matterText(
  {
    locale,
    now,
    role,
    estimate,
    organisation,
  }: Pick<PanelProps, 'locale' | 'now' | 'role' | 'estimate' | 'organisation'>,
  standing: Standing,
): string | undefined {
  const { panel } = locale.messages
  const { status, binding, short, stale, age } = standing
  const { after } = standing.spendable ?? standing
  if (standing.pending) return panel.pending
  if (status === 'not-permitted')
    return (
      (binding && ruleSentence(binding, estimate.currency, locale, organisation)) ??
      (binding?.kind === 'status'
        ? panel.statusSentence
        : role
          ? fill(panel.roleSentence, { name: role }, locale)
          : panel.roleUnnamed)
    )
  if (status === 'short' && short) return sentence(shortText(short, estimate.currency, locale))
  if (status === 'limit' && binding)
    return (
      ruleSentence(binding, estimate.currency, locale, organisation) ??
      limitSentence(standing, binding, estimate.currency, locale, now)
    )
  if (stale) return oldText(age, panel.unrefreshed, panel.stale, locale)
  if (status === 'low' && after) return fill(panel.low, { n: bareText(after, estimate.currency, locale) }, locale)
  return undefined
}

/** A rule of the organisation; undefined for every other limit. */
function ruleSentence(binding: Binding, currency: string, locale: Locale, organisation?: string): string | undefined {
  const { panel } = locale.messages
  const key = Object.hasOwn(rules, binding.kind) ? rules[binding.kind as keyof typeof rules] : undefined
  if (!key) return undefined
  const text = (n = '0') => bareText(n, currency, locale)
  const who = organisation ?? panel.organisation
  const { name = '', max, left } = binding
  return fill(panel[key], { organisation: who, name, max: text(max), left: text(left) }, locale)
}

const rules = {
  vendor: 'vendorSentence',
  model: 'modelSentence',
  feature: 'featureSentence',
  'org-run': 'orgRunSentence',
  'org-month': 'orgMonthSentence',
} as const satisfies { [kind in Binding['kind']]?: string }

function limitSentence({ balance }: Standing, binding: Binding, currency: string, locale: Locale, now: number): string {
  const { panel } = locale.messages
  const money = binding.kind === 'cap' || binding.kind === 'spend'
  const text = (n = '0') => (money ? bareText(n, currency, locale) : numberText(n, locale))
  const fillings = {
    name: limitName(binding, locale),
    left: text(binding.left),
    max: text(binding.max),
    balance: balance === undefined ? '' : bareText(balance, currency, locale),
  }
  const key =
    binding.kind === 'cap'
      ? balance === undefined
        ? 'capSentence'
        : 'capNotBalance'
      : binding.kind === 'concurrent'
        ? 'concurrentSentence'
        : 'limitSentence'
  const said = fill(panel[key], fillings, locale)
  if (!binding.resets) return said
  return `${said}, ${fill(panel.resets, { date: dateText(binding.resets, locale, now) }, locale)}`
}

function limitName({ kind, name }: Binding, locale: Locale): string {
  const { panel } = locale.messages
  if (name) return name
  return kind === 'runs' || kind === 'spend' || kind === 'concurrent' || kind === 'queue' ? panel[`limit-${kind}`] : ''
}

/** Nothing where nothing runs: that all slots are free changes no mind. */
function queueText(
  { running, slots, waits, wait }: NonNullable<Standing['queue']>,
  locale: Locale,
): string | undefined {
  const { panel } = locale.messages
  if (waits && wait) return fill(panel.waits, { wait: waitText(wait, locale) }, locale)
  if (waits || slots === undefined) return fill(panel.queued, { n: running }, locale)
  return running > 0 ? fill(panel.slots, { running, slots }, locale) : undefined
}

/** How much of the page is read, how old and whose the prices are, and where they were published. */
function Foot({ estimate, reading, qualifiers, locale }: PanelProps) {
  const notes = [
    reading && fill(locale.messages.panel.reading, { read: reading.read, all: reading.all }, locale),
    reading?.how,
  ]
  const said = [...notes, ...(qualifiers ?? [])].filter(Boolean)
  return (
    <footer class="quiet">
      {said.length > 0 && <p>{said.join(' · ')}</p>}
      <Sources estimate={estimate} locale={locale} />
    </footer>
  )
}

export const panelStyle = `
.panel { display: grid; gap: calc(var(--u) * 3); inline-size: 320px; max-inline-size: 100%; padding: calc(var(--u) * 4); border: 1px solid var(--line);
  border-radius: var(--radius); background: var(--surface); color: var(--text); box-shadow: var(--shadow); font: 13px/1.45 var(--sans); text-align: start; }
.panel > :not(:empty) + .bill, .panel > section, .panel > .balance { border-block-start: 1px solid var(--line); padding-block-start: calc(var(--u) * 3); }
.panel header { padding: 0; }
.panel header > .quiet { text-align: end; }
.total { font-size: 1.4em; line-height: 1.2; }
.worth { font-size: .72em; font-weight: 400; color: var(--quiet); margin-inline-start: calc(var(--u) * 2); }
.panel h3 { font: inherit; font-weight: 600; }
.matter { display: flex; align-items: baseline; gap: calc(var(--u) * 2); font-weight: 600; color: var(--bad); padding: calc(var(--u) * 2) calc(var(--u) * 3);
  background: var(--sunken); border-radius: calc(var(--radius) * .75); }
.panel[data-state=low] .matter, .panel[data-state=stale] .matter, .panel[data-state=limit] .matter { color: var(--warn); }
.panel footer { font-size: .88em; border-block-start: 1px solid var(--line); padding-block-start: calc(var(--u) * 2); }
.panel footer a { color: inherit; }
`
