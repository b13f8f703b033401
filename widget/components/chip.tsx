import { type Form, worthText } from '../../core/locales/format'
import { totalText } from '../../core/locales/estimates'
import { standingText } from '../../core/locales/standings'
import { fill } from '../../core/locales/message'
import type { Locale } from '../../core/locales'
import type { Estimate, Range } from '../../core/result'
import type { Standing } from '../../core/standing'
import { Mark, type Shape } from './mark'

export type ChipState = 'enough' | 'low' | 'short' | 'limit' | 'not-permitted' | 'stale' | 'priced' | 'unpriced'

export type ChipProps = {
  estimate: Estimate
  standing?: Standing
  locale: Locale
  /** `glyph` where the page leaves no room for more. */
  form?: Form | 'glyph'
  /** The total in money, where the card says what a credit is worth. */
  worth?: { amount: Range; currency: string }
  /** Credits (default), money instead of them, or both. */
  show?: 'credits' | 'money' | 'both'
  /** What must be said beside the number: "prices of Apr 2026", "price stated by this page". */
  qualifiers?: string[]
  expanded?: boolean
  /** The id of the panel it opens. */
  controls?: string
  onPress?: (event: Event) => void
  ref?: { current: HTMLButtonElement | null }
}

/** Characters that fit in 280 px beside the mark and the arrow. */
const ROOM = 36

export type ChipTexts = { total: string; tail: string; qualifiers: string[]; all: string }

/** The words of the chip; the amount is written short where all of it would not fit. */
export function chipTexts(props: ChipProps): ChipTexts {
  const full = textsIn('full', props)
  return props.form === 'short' || full.all.length > ROOM ? { ...textsIn('short', props), all: full.all } : full
}

function textsIn(
  form: Form,
  { estimate, standing, locale, worth, show = 'credits', qualifiers = [] }: ChipProps,
): ChipTexts {
  const total = headline(totalText(estimate, locale, form), worth, show, locale)
  const tail = standing ? standingText(standing, estimate.currency, locale) : ''
  return { total, tail, qualifiers, all: [total, tail, ...qualifiers].filter(Boolean).join(' · ') }
}

function headline(total: string, worth: ChipProps['worth'], show: ChipProps['show'], locale: Locale): string {
  if (!worth || show === 'credits') return total
  const money = worthText(worth, locale)
  return show === 'money' ? money : `${total} ${money}`
}

/** What the chip says with its shape; the same is always said in words. */
export function chipState(estimate: Estimate, standing: Standing | undefined): ChipState {
  if (standing?.pending && estimate.status !== 'unpriced') return 'stale'
  if (estimate.status === 'unpriced' && standing?.status !== 'not-permitted') return 'unpriced'
  if (!standing || standing.status === 'unknown') return 'priced'
  const stops = standing.status !== 'enough' && standing.status !== 'low'
  return standing.stale && !stops ? 'stale' : standing.status
}

const SHAPES: { [state in ChipState]: Shape } = {
  enough: 'diamond',
  priced: 'diamond',
  stale: 'diamond',
  low: 'triangle',
  short: 'triangle',
  limit: 'triangle',
  'not-permitted': 'triangle',
  unpriced: 'ring',
}

/** The price beside Generate: one line, 28 px high, never wider than 280 px; a button that opens the panel. */
export function Chip(props: ChipProps) {
  const { estimate, standing, locale, form, expanded = false, controls, onPress } = props
  const { total, tail, qualifiers, all } = chipTexts(props)
  const state = chipState(estimate, standing)
  return (
    <button
      type="button"
      class="chip"
      part="chip"
      data-state={state}
      data-form={form ?? 'full'}
      aria-expanded={expanded ? 'true' : 'false'}
      aria-haspopup="dialog"
      aria-controls={controls}
      aria-label={fill(locale.messages.chip.opens, { text: all }, locale)}
      title={all}
      onClick={onPress}
      ref={props.ref}
    >
      <Mark shape={SHAPES[state]} />
      {form !== 'glyph' && <span class="chip-total n">{total}</span>}
      {form !== 'glyph' && tail && <span class="chip-tail n">{tail}</span>}
      {form !== 'glyph' &&
        qualifiers.map((text, at) => (
          <span class="chip-note n" key={at}>
            {text}
          </span>
        ))}
      <i class="caret" aria-hidden="true" />
    </button>
  )
}

export const chipStyle = `
.chip { display: inline-flex; align-items: center; gap: 6px; block-size: 28px; max-inline-size: 280px; padding-block: 0; padding-inline: 10px 8px;
  border: 1px solid var(--line); border-radius: 14px; background: var(--surface); color: var(--text); box-shadow: var(--shadow);
  font: 500 12.5px/1 var(--sans); letter-spacing: 0; cursor: pointer; overflow: hidden; white-space: nowrap; }
.chip:hover { border-color: var(--accent); }
.chip-total { flex: none; font-weight: 650; }
.chip-tail, .chip-note { color: var(--quiet); }
.chip-tail { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; }
.chip-note { flex: none; }
.chip-tail::before, .chip-note::before { content: "·"; margin-inline-end: 6px; color: var(--quiet); }
.chip .mark { color: var(--accent); }
.chip[data-state=low] .mark, .chip[data-state=limit] .mark, .chip[data-state=low] .chip-tail, .chip[data-state=limit] .chip-tail { color: var(--warn); }
.chip[data-state=short] .mark, .chip[data-state=not-permitted] .mark, .chip[data-state=short] .chip-tail, .chip[data-state=not-permitted] .chip-tail { color: var(--bad); }
.chip[data-state=unpriced] .mark, .chip[data-state=unpriced] .chip-total { color: var(--quiet); }
.chip[data-form=glyph] { padding-inline: 8px 6px; }
.caret { flex: none; inline-size: 7px; block-size: 5px; background: var(--quiet); clip-path: polygon(0 0, 100% 0, 50% 100%); margin-inline-start: 2px; }
.chip[aria-expanded=true] .caret { transform: scaleY(-1); }
@media (forced-colors: active) { .caret { background: ButtonText; forced-color-adjust: none; } }
`
