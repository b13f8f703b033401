import { signal as createSignal, type ReadonlySignal } from '@preact/signals-core'
import type { Binder, Bound } from './bound'
import { readForm, type Reading } from './read'
import { settling } from './settle'
import { wordsOf } from './words'

/** A bound form that lives until `signal` aborts, with what its controls show. */
export type Form = {
  bound: Bound
  readings: ReadonlySignal<Reading[]>
  buttons: ReadonlySignal<HTMLElement[]>
  /** What its button says: a page's own price, perhaps. `hear` is how that is found out; it may look further. */
  said: ReadonlySignal<string>
  hear(button: HTMLElement, root: Element): string
  /** Reads the controls now instead of in the next frame. */
  read(): void
  /** How often they were read: what stands on the page may have moved since. */
  turn: ReadonlySignal<number>
  signal: AbortSignal
}

const events = [
  'input',
  'change',
  'click',
  'keyup',
  'pointerup',
  'reset',
  'toggle',
  'pageshow',
  'popstate',
  'hashchange',
]
const attributeFilter = [
  ...['value', 'checked', 'selected', 'disabled', 'hidden', 'open', 'class'],
  ...['aria-checked', 'aria-selected', 'aria-pressed', 'aria-current', 'aria-valuenow', 'aria-valuetext'],
  ...['data-state', 'data-selected', 'data-active', 'data-value'],
  ...['data-rate-card-feature', 'data-rate-card-dimension', 'data-rate-card-value', 'data-rate-card-generate'],
]

/** What is seen on a page: its forms, and the balance it shows in its own words, where it is known to. */
export type Seen = {
  forms: ReadonlySignal<Form[]>
  balance: ReadonlySignal<string | undefined>
  /** Where that balance stands now. */
  balanceAt(): Element | undefined
  /** Looks for forms anew, by a way that has joined since. */
  join(binder: Binder): void
}

/**
 * Finds the forms of a page and keeps their readings current, through events and mutations, until `signal` aborts.
 * Nothing runs while the page rests.
 */
export function watchPage(page: Document, binders: Binder[], signal: AbortSignal): Seen {
  const forms = createSignal<Form[]>([])
  const balance = createSignal<string | undefined>(undefined)
  const kept = new Map<Element, Kept>()
  let shown: Element | undefined
  let look = true

  const wake = settling(() => {
    if (look) find()
    look = false
    for (const form of kept.values()) form.read()
    balance.value = shown ? wordsOf(shown) : undefined
  }, signal)

  function find() {
    const found = findAll(page, binders)
    for (const [root, form] of kept) {
      const now = found.get(root)
      if (now?.feature === form.bound.feature && now.how === form.bound.how) continue
      kept.delete(root)
      form.end()
    }
    for (const [root, bound] of found) if (!kept.has(root)) kept.set(root, keep(bound, signal))
    shown = firstOf(binders, ({ balance }) => balance?.(page))
    const now = [...kept.values()]
    if (now.length !== forms.value.length || now.some((form, i) => form !== forms.value[i])) forms.value = now
  }

  const observer = new MutationObserver((records) => {
    if (records.some(isStructural)) look = true
    if (look || records.some((record) => touches(record.target, kept) || shown?.contains(record.target))) wake()
  })
  observer.observe(page, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    for (const { end } of binders) end?.()
    kept.clear()
    forms.value = []
  })
  for (const type of events) {
    page.defaultView!.addEventListener(type, () => kept.size > 0 && wake(), { capture: true, passive: true, signal })
  }
  wake()
  function join(binder: Binder) {
    for (const { how, end } of binders) if (how === binder.how) end?.()
    // What the one before it had found is read by the new one.
    for (const [root, form] of kept) {
      if (form.bound.how !== binder.how) continue
      kept.delete(root)
      form.end()
    }
    binders = [...binders.filter(({ how }) => how !== binder.how), binder]
    look = true
    wake()
  }
  return { forms, balance, balanceAt: () => shown, join }
}

type Kept = Form & { end(): void }

/** The quarter of an hour we are in: no time zone and no peak hour turns within one. */
const quarter = () => Math.floor(Date.now() / 900_000)

function keep(bound: Bound, parent: AbortSignal): Kept {
  const ending = new AbortController()
  const readings = createSignal<Reading[]>([])
  const buttons = createSignal<HTMLElement[]>([])
  let told = quarter()
  const said = createSignal('')
  const turn = createSignal(0)
  const read = () => {
    // Prices change at midnight and at peak hours, also on a page that stays open: the same settings are told anew.
    const turned = told !== (told = quarter())
    replace(readings, readForm(bound), (a, b) => !turned && JSON.stringify(a) === JSON.stringify(b))
    replace(buttons, bound.buttons(), (a, b) => a.length === b.length && a.every((button, i) => button === b[i]))
    const [button] = buttons.peek()
    said.value = button ? form.hear(button, bound.root) : ''
    turn.value = turn.peek() + 1
  }
  const form: Kept = {
    bound,
    readings,
    buttons,
    said,
    signal: AbortSignal.any([parent, ending.signal]),
    hear: wordsOf,
    read,
    turn,
    end: () => ending.abort(),
  }
  read()
  return form
}

function findAll(page: Document, binders: Binder[]): Map<Element, Bound> {
  const found = new Map<Element, Bound>()
  // A button that one way has found is not another form's by a less trusted one.
  const taken = new Set<HTMLElement>()
  for (const binder of binders) {
    for (const bound of binder.find(page)) {
      if (!found.has(bound.root) && !bound.buttons().some((button) => taken.has(button))) found.set(bound.root, bound)
    }
    for (const bound of found.values()) for (const button of bound.buttons()) taken.add(button)
  }
  return found
}

function firstOf<T, R>(all: readonly T[], how: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = how(one)
    if (found !== undefined) return found
  }
  return undefined
}

function isStructural(record: MutationRecord): boolean {
  if (record.type === 'attributes') return record.attributeName === 'data-rate-card-feature'
  return record.type === 'childList' && [...record.addedNodes, ...record.removedNodes].some((n) => n.nodeType === 1)
}

function touches(target: Node, kept: Map<Element, unknown>): boolean {
  for (const root of kept.keys()) if (root.contains(target)) return true
  return false
}

function replace<T>(signal: { value: T }, next: T, same: (a: T, b: T) => boolean) {
  if (!same(signal.value, next)) signal.value = next
}
