import type { RateCard, Request } from '../../core/rate-card'
import { fill } from '../../core/locales/message'
import { AnswerSections } from '../../widget/components/answers/sections'
import type { Form } from '../binding/watch'
import type { FromOverlay, MoreView } from '../messages'
import type { Run } from './run'

/** `ask` sends to the background; `redraw` draws the panel again once something of what is behind the click has changed. */
export type MoreProps = {
  run: Run
  form: Form
  ask: (message: FromOverlay) => Promise<unknown>
  redraw: () => void
}
/** `site`: as of which reading of the account. */
type Kept = { open: boolean; about: string; site?: Run['site']; view?: MoreView; full?: boolean }

const kept = new WeakMap<Form, Kept>()

/** What is behind one click of the panel. Asked of the background when it is opened, and again when the settings change. */
export function More(props: MoreProps) {
  const { run, form } = props
  const { locale, card } = run.site
  if (!card || run.estimate.status === 'unpriced') return null
  const state = stateOf(form)
  const about = JSON.stringify(run.request)
  if (state.open && (state.about !== about || state.site !== run.site)) void look(props, about)
  const toggle = (event: Event) => {
    state.open = (event.currentTarget as HTMLDetailsElement).open
    if (state.open) void look(props, about)
  }
  const { view } = state
  return (
    <details class="behind" open={state.open} onToggle={toggle}>
      <summary>{locale.messages.popup.more}</summary>
      {view && state.about === about && <Behind {...props} state={state} view={view} card={card} />}
    </details>
  )
}

function stateOf(form: Form): Kept {
  const state = kept.get(form) ?? { open: false, about: '' }
  kept.set(form, state)
  return state
}

async function look({ run, form, ask, redraw }: MoreProps, about: string) {
  const state = stateOf(form)
  state.about = about
  state.site = run.site
  const view = (await ask({ kind: 'more', ...jobOf(run) })) as MoreView | undefined
  if (!view || state.about !== about) return
  state.view = view
  redraw()
}

type Job = { feature: string; request: Extract<FromOverlay, { kind: 'more' }>['request'] }
const jobOf = ({ estimate, request }: Run): Job => ({ feature: estimate.feature, request: request as Request as never })

type BehindProps = MoreProps & { state: Kept; view: MoreView; card: RateCard }

function Behind(props: BehindProps) {
  const { run, ask, view, card } = props
  const { answer } = run.site.locale.messages
  const elsewhere = card.features[run.estimate.feature]?.kind
  return (
    <>
      <AnswerSections sections={view.sections} />
      {elsewhere && (
        <button
          type="button"
          class="plain"
          onClick={() => void ask({ kind: 'show', page: 'compare', about: jobOf(run) })}
        >
          {answer.vendors}
        </button>
      )}
      <Last {...props} />
      <Planned {...props} />
    </>
  )
}

/** The last result, to be marked kept or not: what the keep rate is learned from. */
function Last(props: BehindProps) {
  const { run, ask, view } = props
  const { answer } = run.site.locale.messages
  const { last } = view
  if (!last) return null
  const mark = async (isKept: boolean) => {
    await ask({ kind: 'keep', run: last.run, kept: isKept })
    await look(props, JSON.stringify(run.request))
  }
  return (
    <div class="row" role="group" aria-label={last.text}>
      <span>{last.text}</span>
      <span class="marks">
        <button
          type="button"
          class="act"
          aria-pressed={last.kept === true ? 'true' : 'false'}
          onClick={() => void mark(true)}
        >
          {answer.keepIt}
        </button>
        <button
          type="button"
          class="act"
          aria-pressed={last.kept === false ? 'true' : 'false'}
          onClick={() => void mark(false)}
        >
          {answer.dropIt}
        </button>
      </span>
    </div>
  )
}

function Planned({ run, ask, redraw, state, view }: BehindProps) {
  const { locale } = run.site
  const { answer } = locale.messages
  const add = async () => {
    const reply = (await ask({ kind: 'plan', ...jobOf(run) })) as { added: boolean; tasks: number } | undefined
    if (!reply) return
    state.view = { ...view, planned: reply.tasks }
    state.full = !reply.added
    redraw()
  }
  return (
    <div class="row">
      <button type="button" class="act" onClick={() => void add()}>
        {answer.addToPlan}
      </button>
      <span role="status">
        {state.full ? (
          answer.notAdded
        ) : view.planned > 0 ? (
          <button type="button" class="plain" onClick={() => void ask({ kind: 'show', page: 'plan' })}>
            {fill(answer.openPlan, { n: view.planned }, locale)}
          </button>
        ) : (
          ''
        )}
      </span>
    </div>
  )
}

export const moreStyle = `
.behind { border-block-start: 1px solid var(--line); padding-block-start: calc(var(--u) * 2); }
.behind > summary { cursor: pointer; color: var(--quiet); }
.behind > :not(summary) { margin-block-start: calc(var(--u) * 1.5); }
.behind > .plain { color: var(--accent); }
.marks { display: inline-flex; gap: var(--u); }
.act { border: 1px solid var(--line); border-radius: 6px; padding: 3px 9px; background: var(--surface); color: var(--text); cursor: pointer; }
.act:hover { border-color: var(--accent); }
.act[aria-pressed=true] { border-color: var(--accent); color: var(--accent); font-weight: 600; }
`
