import type { ComponentChildren } from 'preact'
import { qualifierText } from '../core/locales/estimates'
import { featureName, wordsOf } from '../core/labels'
import type { Locale } from '../core/locales'
import { bareText, worthText } from '../core/locales/format'
import { fill } from '../core/locales/message'
import { shortText } from '../core/locales/standings'
import type { RateCard, Request } from '../core/rate-card'
import type { Estimate } from '../core/result'
import { plansOf } from '../core/surfaces'
import { leftAfter, runsIn, times } from '../core/worth'
import { Bill } from './components/bill'
import { Box } from './components/box'
import { Select } from './components/choice-field'
import { Form, type Value } from './components/form'
import { Sources } from './components/sources'
import type { Stands } from './later/standing'
import { needsMore, rules, worthIn } from './pricing'

/** What the reader set, and what the author gave. */
export type CalculatorState = {
  card: RateCard
  feature: string
  request: Request
  plan: string
  balance: string
  runs: string
  /** What a run does to the reader's account, where that was read (later/standing.ts). */
  stands?: Stands
  /** The author chose the feature; otherwise the reader may. */
  fixed: boolean
}
export type CalculatorProps = CalculatorState & {
  locale: Locale
  on: Date
  theme?: unknown
  /** The whole estimator is needed and cannot be loaded. */
  failed: boolean
  /** Nothing has changed for a while: the answer is read out. */
  settled: boolean
  set: (change: Partial<CalculatorState>) => void
}
/** The price of the settings, for one run and for all. */
export type Answer = { estimate: Estimate; all: Estimate; runs: number }

/**
 * Prices the settings of a calculator: the same estimate that every surface shows, and the same times the number of runs. Undefined
 * where the whole estimator is needed and not yet here.
 */
export function answerOf({ card, feature, request, runs, on }: CalculatorState & { on: Date }): Answer | undefined {
  const one = needsMore(card, feature) ? undefined : rules.estimate(card, feature, request, on)
  if (!one) return undefined
  const count = runsOf(runs)
  if (one.status === 'unpriced' || count === 1) return { estimate: one, all: one, runs: 1 }
  return { estimate: one, all: { ...one, total: times(one.total, count) }, runs: count }
}

/** A number of runs as it was typed ("1e3" is one too); one where it is no whole number. */
export const runsOf = (typed: string): number => (Number.isSafeInteger(+typed) && +typed > 0 ? +typed : 1)

/** The calculator: controls in, price out. */
export function Calculator(props: CalculatorProps) {
  const { card, feature, request, locale, on, theme, set } = props
  const { widget } = locale.messages
  const words = wordsOf(card, feature)
  const answer = answerOf(props)
  const change = (name: string, value: Value) => set({ request: { ...request, [name]: value } })
  return (
    <Frame class="box" part="card" locale={locale} theme={theme}>
      <header class="row" part="title">
        <b>{widget.title}</b>
        <span class="quiet">
          {card.name} · {featureName(card, feature)}
        </span>
      </header>
      <div class="body">
        {answer ? <Result {...props} answer={answer} /> : <Pending {...props} />}
        <div class="controls">
          <Tools {...props} />
          <Form
            id="f"
            dimensions={rules.presentDimensions(card, feature, request, on)}
            request={request}
            problems={answer && rules.problemsOf(answer.estimate.reasons, words, locale)}
            words={words}
            locale={locale}
            List={rules.ListField}
            onChange={change}
          />
          <Extras {...props} />
        </div>
      </div>
      <footer class="quiet" part="footer">
        {answer && <Sources estimate={answer.estimate} locale={locale} />}
      </footer>
      <p class="sr" role="status">
        {answer && props.settled && spokenText(answer, props, locale)}
      </p>
    </Frame>
  )
}

type FrameProps = { class: string; part: string; locale: Locale; theme?: unknown; children?: ComponentChildren }

/** What a calculator stands in, whatever its state. */
export const Frame = ({ locale: { dir, intl }, theme, children, ...named }: FrameProps) => (
  <div dir={dir} lang={intl} data-theme={theme} {...named}>
    {children}
  </div>
)

/** No number until the right one is here; where it cannot be had, that is said. */
function Pending({ locale, failed }: CalculatorProps) {
  const { noCard, loading } = locale.messages.widget
  return (
    <div class="result" part="total">
      <p role={failed ? 'alert' : undefined}>{failed ? noCard : loading}</p>
    </div>
  )
}

/** The price of what is set, for one run and for all, and what a balance leaves. */
function Result(props: CalculatorProps & { answer: Answer }) {
  const { card, feature, locale, answer } = props
  const { estimate, all, runs } = answer
  const { widget } = locale.messages
  const words = wordsOf(card, feature)
  const worth = worthIn(card, all)
  const note = qualifierText(estimate, locale)
  const rest = restText(props, answer, locale)
  return (
    <div class="result" part="total">
      <p>
        <strong class="total n">{rules.totalText(all, locale)}</strong>
        {worth && <span class="quiet n">{worthText(worth, locale)}</span>}
        {note && <span class="note">{note}</span>}
      </p>
      {runs > 1 && (
        <p class="quiet">{fill(widget.runsEach, { amount: rules.totalText(estimate, locale), n: runs }, locale)}</p>
      )}
      {rest && <p class="n">{rest}</p>}
      <ul class="reasons">
        {rules.reasonTexts(estimate.reasons, words, locale).map((text, at) => (
          <li key={at}>{text}</li>
        ))}
      </ul>
      <Bill estimate={estimate} words={words} locale={locale} />
    </div>
  )
}

type Having = Pick<CalculatorState, 'balance' | 'stands'>

/** "of 625 leaves 505 · 4 more like this"; of an account that was read, what it says. */
function restText({ balance, stands }: Having, { all, estimate: one }: Answer, locale: Locale): string {
  if (stands) return stands(all, locale)
  if (all.status === 'unpriced' || one.status === 'unpriced') return ''
  const { widget } = locale.messages
  const text = (amount: Parameters<typeof bareText>[0]) => bareText(amount, all.currency, locale)
  const after = leftAfter(balance, all.total)
  if (!after) return ''
  const { left, short } = after
  if (short)
    return fill(widget.misses, { balance: text(balance), short: shortText(short, all.currency, locale) }, locale)
  const said = fill(widget.leaves, { balance: text(balance), left: text(left) }, locale)
  const more = runsIn(left.low, one.total)
  return more ? `${said} · ${fill(widget.more, { n: more.low }, locale)}` : said
}

/** Which tool, where the author leaves it open. */
function Tools({ card, feature, fixed, locale, set }: CalculatorProps) {
  const options = Object.keys(card.features).map((value) => ({ value, text: featureName(card, value) }))
  if (fixed || options.length < 2) return null
  const { tool } = locale.messages.widget
  return <Select id="tool" label={tool} value={feature} options={options} onChange={(feature) => set({ feature })} />
}

/** How many runs, on which plan, with what balance. */
function Extras({ card, feature, request, plan, balance, runs, locale, set }: CalculatorProps) {
  const { widget } = locale.messages
  const plans = plansOf(card, feature).map(([value, { name }]) => ({ value, text: name }))
  return (
    <div class="extras">
      <Box
        id="runs"
        label={widget.runs}
        value={runs}
        min="1"
        max={1e15}
        onInput={(event) => set({ runs: event.currentTarget.value })}
      />
      {plans.length > 0 && !('plan' in request) && (
        <Select
          id="plan"
          label={widget.plan}
          value={plan}
          options={[{ value: '', text: widget.noPlan }, ...plans]}
          onChange={(plan) => set({ plan })}
        />
      )}
      <Box
        id="balance"
        label={widget.balance}
        value={balance}
        min="0"
        step="any"
        onInput={(event) => set({ balance: event.currentTarget.value })}
      />
    </div>
  )
}

/** The whole answer as one sentence, for the live announcement. */
const spokenText = (answer: Answer, having: Having, locale: Locale): string =>
  [rules.totalText(answer.all, locale), restText(having, answer, locale)].filter(Boolean).join(', ')
