// The polyfill would take a tenth of the overlay's budget for two calls: here the browser's own object is used.
import { browser } from 'wxt/browser'
import { effect, signal as createSignal, type Signal } from '@preact/signals-core'
import type { AnswerLine } from '../../core/locales/answer-lines'
import { numberShown } from '../binding/number-shown'
import { requestOf, unreadIn } from '../binding/request'
import type { Seen } from '../binding/watch'
import type { Forms, FromOverlay, Pressed, SiteView } from '../messages'
import { onDemand, type OnDemand } from './on-demand'
import type { Parts } from './parts'
import type { Run } from './run'
import { PENDING_FOR } from '../pending'
import { createUnsent } from './unsent'

/** What this page's own site may know, as the background last told it. */
export type SiteOn = Extract<SiteView, { on: true }>
export type Site = {
  view: Signal<SiteOn | undefined>
  /** Hidden by the user until the page is loaded again. */
  dismissed: Signal<boolean>
  /** The chip that the user wants to hear. */
  saying: Signal<{ button: HTMLElement } | undefined>
  panel: OnDemand<Parts['panel']>
  guard: OnDemand<Parts['guard']>
  quote: OnDemand<Parts['quote']>
  /** Whether the add-on that put us here is still there. */
  isAlive(): boolean
  /** Tells the background; failing is no matter: the page goes on as if we were not there. */
  tell(message: FromOverlay): void
  /** The user started this run: told again until it is kept, a few times at most, and once more when the page is left. */
  pressed(run: Pick<Run, 'request' | 'estimate' | 'quoted'> | undefined): void
  /** Tells the background and returns its answer; undefined where there is none. */
  ask(message: FromOverlay): Promise<unknown>
  /** What else could be said of a run: none where the background does not answer. */
  askAnswers(about: Omit<Extract<FromOverlay, { kind: 'answers' }>, 'kind'>): Promise<readonly AnswerLine[]>
}

/**
 * A balance that is still being read this long after a press is asked for again, in milliseconds: who was to read it may have been ended.
 * Once more when it is no longer said to be read.
 */
const late = 3000
const tooLate = PENDING_FOR + 100

/**
 * Asks the background about this site once a form is there, and again whenever something has changed. `leave`: not allowed here, or not
 * there any more.
 */
export function askForView(page: Document, seen: Seen, life: AbortSignal, leave: () => void): Site {
  const view = createSignal<SiteOn | undefined>(undefined)
  /** An add-on that the user took away leaves its pages too, as soon as there is anything to tell. */
  const say = async (message: FromOverlay) => {
    const reply = await send(message)
    if (!isAlive()) leave()
    return reply
  }
  const tell = (message: FromOverlay) => void say(message)
  const bring = (part: keyof Parts) => say({ kind: 'bring', part })
  const [panel, guard, quote] = [onDemand('panel', bring), onDemand('guard', bring), onDemand('quote', bring)]
  const unsent = createUnsent(say, window, life)
  const site: Site = {
    view,
    dismissed: createSignal(false),
    saying: createSignal<{ button: HTMLElement } | undefined>(undefined),
    panel,
    guard,
    quote,
    isAlive,
    tell,
    pressed,
    ask: say,
    askAnswers: async (about) => linesIn(await say({ kind: 'answers', ...about })),
  }
  let asked = 0
  let answered = 0
  let telling = 0
  let pressedAt = 0

  /** Answers may overtake each other: one to an earlier question than that already answered is old. */
  async function ask(message: FromOverlay) {
    const turn = ++asked
    const reply = await say(message)
    if (life.aborted || turn < answered) return
    answered = turn
    if (isOff(reply)) return leave()
    if (isView(reply)) view.value = telling > 0 ? unsure(reply) : reply
  }
  /** A press that is not kept yet is in no answer: what is left is being read, and after a while what was known is old. */
  const unsure = (known: SiteOn): SiteOn =>
    Date.now() - pressedAt < PENDING_FOR ? { ...known, accountPending: true } : overdue(known)
  /** What is left is not known until the background has the press: no answer to an earlier question says it. */
  async function pressed(run: Parameters<Site['pressed']>[0]) {
    if (!run) return
    telling++
    pressedAt = Date.now()
    answered = ++asked
    view.value = view.value && unsure(view.value)
    void unsent.keepTelling(pressOf(run)).then(() => {
      telling--
      answered = ++asked
      return ask({ kind: 'view' })
    })
    for (const pause of [late, tooLate - late]) {
      await new Promise((resolve) => setTimeout(resolve, pause))
      if (life.aborted || !view.peek()?.accountPending) return
      tell({ kind: 'look' })
    }
    const known = view.peek()
    view.value = known && unsure(known)
  }
  const open = () => ask({ kind: 'open', card: linkOf(page) })
  listen(life, (kind) => {
    if (kind !== 'say') return
    const near = seen.forms.peek().find(({ bound }) => bound.root.contains(page.activeElement))
    const [button] = (near ?? seen.forms.peek()[0])?.buttons.peek() ?? []
    if (button) site.saying.value = { button }
  })
  listen(life, (kind) => kind === 'changed' && asked > 0 && void ask({ kind: 'view' }))
  page.addEventListener('visibilitychange', () => asked > 0 && !page.hidden && void open(), { signal: life })
  // What a guide asked for stands behind the address, and is said with the price.
  addEventListener('hashchange', () => (view.value &&= { ...view.value }), { signal: life })
  const stop = effect(() => {
    if (seen.forms.value.length > 0 && asked === 0) void open()
  })
  life.addEventListener('abort', stop)
  followBalance(seen, site, life)
  return site
}

/** Not read in time: what was known last is shown, with its age. */
function overdue(known: SiteOn): SiteOn {
  const late: SiteOn = { ...known, accountProblem: { code: 'slow', at: Date.now() } }
  delete late.accountPending
  return late
}

/** The page writes another balance: a run was charged, or refunded. Of its words the number alone is told. */
function followBalance({ balance }: Seen, { tell, view }: Site, life: AbortSignal) {
  let last: string | undefined
  const stop = effect(() => {
    const now = balance.value
    const known = view.value?.account
    if (now !== undefined && last !== undefined && now !== last) tell({ kind: 'look' })
    // Told again while no account is known: the user may have asked for it to be read only now.
    const number = (now !== last || !known) && numberShown(now)
    if (number) tell({ kind: 'shown', number, language: document.documentElement.lang })
    last = now ?? last
  })
  life.addEventListener('abort', stop)
}

/** Answers the popup with what the forms ask for now. */
export function answerPopup({ forms }: Seen, { view }: Site, life: AbortSignal) {
  listen(life, (kind, reply) => kind === 'forms' && reply(requests()))

  function requests(): Forms {
    const { card, account } = view.value ?? {}
    if (!card) return []
    return forms.value.map(({ bound, readings }) => {
      const request = requestOf(card, bound.feature, readings.value, { plan: account?.plan })
      const feature = card.features[bound.feature]
      const of = Object.keys(feature?.dimensions ?? {}).length
      const unread = feature ? unreadIn(feature, request) : []
      return { feature: bound.feature, request: request as Forms[number]['request'], unread, of }
    })
  }
}

type Hear = (kind: unknown, reply: (answer: unknown) => void) => unknown

function listen(life: AbortSignal, hear: Hear) {
  const listener = (message: unknown, _: unknown, reply: (answer: unknown) => void) => {
    hear((message as { kind?: unknown } | null)?.kind, reply)
    return undefined
  }
  browser.runtime.onMessage.addListener(listener)
  life.addEventListener('abort', () => browser.runtime?.onMessage.removeListener(listener))
}

const isAlive = () => browser.runtime?.id !== undefined

/** A press of its own name, so that telling it twice is telling it once. */
function pressOf({ request, estimate, quoted }: Pick<Run, 'request' | 'estimate' | 'quoted'>) {
  const run = crypto.getRandomValues(new Uint32Array(4)).join('-')
  const message = {
    kind: 'pressed' as const,
    run,
    at: Date.now(),
    feature: estimate.feature,
    request,
    ...shownOf(quoted),
  }
  return message as Pressed
}

/** The page's own price, where it is one number and follows the settings, yet is not the card's. */
const shownOf = (quoted: Run['quoted']) =>
  quoted?.is === 'other' && quoted.amount.low === quoted.amount.high ? { quoted: quoted.amount.low } : {}

/**
 * Undefined where the background does not answer: the extension was reloaded or removed. A background that was ended in the
 * middle of an answer is woken by the next message, so it is asked again, a few times at most.
 */
async function send(message: FromOverlay): Promise<unknown> {
  for (let tries = 0; tries < 3 && isAlive(); tries++) {
    try {
      return await browser.runtime.sendMessage(message)
    } catch {
      // Asked again, or given up.
    }
  }
  return undefined
}

function linkOf(page: Document): string | undefined {
  return page.querySelector<HTMLLinkElement>('link[rel~="rate-card"]')?.href.slice(0, 2000)
}

// The background has checked all of it; here it is only told apart from silence.
const isOff = (reply: unknown) => (reply as SiteView | undefined)?.on === false
const linesIn = (reply: unknown) => (Array.isArray(reply) ? (reply as AnswerLine[]) : [])
const isView = (reply: unknown): reply is SiteOn => (reply as SiteView | undefined)?.on === true
