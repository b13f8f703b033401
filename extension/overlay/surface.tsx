import { featureName, wordsOf } from '../../core/labels'
import { qualifierText } from '../../core/locales/estimates'
import { fill } from '../../core/locales/message'
import type { Locale } from '../../core/locales'
import type { AnswerLine } from '../../core/locales/answer-lines'
import { AnswerLines } from '../../widget/components/answers/answer-lines'
import { Chip } from '../../widget/components/chip'
import { Panel } from '../../widget/components/panel'
import type { Form } from '../binding/watch'
import { accountNote, cardNote } from '../notes'
import type { Run } from './run'

export type SurfaceProps = {
  run: Run
  answers: readonly AnswerLine[]
  form: Form
  size: 'full' | 'short' | 'glyph'
  open: boolean
  chip: { current: HTMLButtonElement | null }
  toggle: () => void
  hide: () => void
}

/** The chip and, when it is open, its panel. */
export function Surface({ run, answers, form, size, open, chip, toggle, hide }: SurfaceProps) {
  const { estimate, standing, site } = run
  const { locale } = site
  const qualifiers = [qualifierText(estimate, locale)].filter(Boolean)
  return (
    <div class="surface" dir={locale.dir} lang={locale.intl}>
      <Chip
        {...{ estimate, standing, locale, qualifiers }}
        form={size}
        expanded={open}
        controls="panel"
        onPress={toggle}
        ref={chip}
      />
      {open && <Details {...{ run, answers, form, hide }} />}
    </div>
  )
}

const nothing = { dimension: (name: string) => name, option: (_: string, value: string) => value }

function Details({ run, answers, form, hide }: Pick<SurfaceProps, 'run' | 'answers' | 'form' | 'hide'>) {
  const { estimate, standing, site, now } = run
  const { locale, card, account } = site
  const feature = form.bound.feature
  const title = card ? featureName(card, feature) : ''
  return (
    <div class="layer" id="panel" role="dialog" aria-label={locale.messages.panel.title}>
      <Panel
        {...{ estimate, standing, locale, now, title }}
        words={card ? wordsOf(card, feature) : nothing}
        reading={readingOf(run, form, locale)}
        qualifiers={[locale.messages.qualifier.page]}
        role={account?.role && (card?.roles?.[account.role.id]?.name ?? account.role.id)}
      >
        <AnswerLines lines={answers} />
        <Notes run={run} />
        <p class="whose quiet">
          <span>{account && whose(run)}</span>
          <button type="button" class="plain" onClick={hide}>
            {locale.messages.overlay.dismiss}
          </button>
        </p>
      </Panel>
    </div>
  )
}

function Notes({ run: { site, now } }: { run: Run }) {
  const { account, accountProblem, cardReadAt, cardProblem, locale } = site
  const notes = [
    cardNote({ readAt: cardReadAt, problem: cardProblem }, locale, now),
    accountNote({ readAt: account?.readAt, problem: accountProblem }, locale, now),
  ].filter((note) => note !== undefined)
  if (notes.length === 0) return null
  return (
    <ul class="notes" role="status">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

function whose({ site: { account, card, locale } }: Run): string {
  const name = account!.name ?? account!.id
  const plan = account!.plan && (card?.plans?.[account!.plan]?.name ?? account!.plan)
  return plan ? fill(locale.messages.overlay.account, { name, plan }, locale) : name
}

/** Of the controls that matter, those on the page and those the estimate misses, how many were read. */
function readingOf({ request, estimate }: Run, form: Form, locale: Locale) {
  const shown = form.readings.value.map((reading) => reading.dimension)
  const missing = estimate.reasons.filter(({ code }) => code === 'unread').map(({ dimension }) => dimension!)
  const all = new Set([...shown, ...missing])
  const read = [...all].filter((name) => request[name] !== undefined)
  return { read: read.length, all: all.size, how: locale.messages.overlay.read }
}

export const surfaceStyle = `
.surface { position: relative; font: 13px/1.45 var(--sans); color: var(--text); }
.layer { position: absolute; inset: var(--y, 0) auto auto var(--x, 0); inline-size: 320px; max-inline-size: calc(100vw - 16px); max-block-size: var(--room, 480px);
  overflow: auto; overscroll-behavior: contain; border-radius: var(--radius); }
.notes { color: var(--warn); }
.whose { display: flex; justify-content: space-between; gap: 12px; font-size: .9em; }
.plain { border: 0; padding: 0; background: none; color: inherit; text-decoration: underline; cursor: pointer; }
`
