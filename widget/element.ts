import { own } from '../core/own'
import type { RateCard, Request } from '../core/rate-card'
import { requestOf } from '../core/request'
import type { Locale } from '../core/locales'
import { cardFrom, CardProblem } from './card-source'
import { learn, localeOf, speaks } from './languages'
import { adopt } from './tokens/sheets'

/** Attributes and properties that every element of the widget has. */
export const attributes = ['card', 'feature', 'settings', 'plan', 'balance', 'lang', 'theme']
type Given = { [name: string]: unknown }
type Status = 'loading' | 'ready' | 'error'

// The module may be imported where there is no document.
const Base = (globalThis.HTMLElement ?? Object) as typeof HTMLElement

/** What the elements share: properties and attributes, the card, the language, the shadow root, events. */
export abstract class ForecostElement extends Base {
  static observedAttributes = attributes
  /** The address of a rate card, its JSON, or the card itself. */
  declare card?: string | object
  declare feature?: string
  /** "model=gen4&duration=5", or an object by dimension. */
  declare settings?: string | Request
  declare plan?: string
  declare balance?: string | number
  declare theme?: 'light' | 'dark'
  declare protected readonly shade: ShadowRoot
  declare protected loaded: RateCard | undefined
  declare protected problem: CardProblem | undefined
  readonly #given: Given = {}
  readonly #internals: ElementInternals | undefined
  #turn = 0
  #drawing = false

  constructor(...styles: string[]) {
    super()
    this.shade = this.attachShadow({ mode: 'open' })
    this.#internals = this.attachInternals?.()
    adopt(this.shade, ...styles)
    for (const type of ['keydown', 'input']) this.shade.addEventListener(type, keepInside)
  }

  connectedCallback(): void {
    // A property set before the element was defined hides the accessor: it is taken out and set again, over the attribute.
    const own = this as unknown as Given
    for (const name of (this.constructor as typeof ForecostElement).observedAttributes) {
      if (!Object.hasOwn(own, name)) continue
      const value = own[name]
      delete own[name]
      this.reflect(name, value)
    }
    // What was only moved keeps what the reader set.
    if (this.loaded) this.#listen()
    else void this.#reload()
  }

  disconnectedCallback(): void {
    this.#turn++
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    // A property that was just written into its attribute keeps its own type.
    const now = this.#given[name] as object | undefined
    if (value !== (now?.toString() ?? null)) this.give(name, value ?? undefined)
  }

  /** @internal A property that was set: given, and written into its attribute where it is text, a number or nothing. */
  reflect(name: string, value: unknown): void {
    const said = value === false ? undefined : (value ?? undefined)
    this.give(name, said)
    if (said === undefined) this.removeAttribute(name)
    else if (typeof said !== 'object') this.setAttribute(name, String(said))
  }

  /** @internal What the author gave, by property or attribute: whichever came last. */
  given(name: string): unknown {
    return this.#given[name]
  }

  /** @internal */
  give(name: string, value: unknown): void {
    this.#given[name] = value
    if ((name === 'card' || this.problem) && this.isConnected) return void this.#reload()
    if (!/lang|theme|density/.test(name)) this.altered(name)
    this.#listen()
  }

  /** Draws again, and once more when the language that holds here now has come. */
  #listen(): void {
    this.redraw()
    void learn(this.#language)?.then(() => this.redraw())
  }

  /** The author's settings as a request: "model=gen4&duration=5", or an object. */
  protected wanted(feature = this.featureId): Request {
    return this.read(this.given('settings'), feature)
  }

  protected read(settings: unknown, name: string): Request {
    if (typeof settings === 'object') return { ...settings } as Request
    const feature = own(this.loaded?.features, name)
    return feature && settings ? requestOf(feature, Object.fromEntries(new URLSearchParams(String(settings)))) : {}
  }

  protected get featureId(): string {
    return String(this.given('feature') ?? Object.keys(this.loaded!.features)[0])
  }

  /** @internal */
  get locale(): Locale {
    return localeOf(this.#language)
  }

  /** Whether the reader's language is here already. */
  protected get speaking(): boolean {
    return speaks(this.#language)
  }

  get #language(): string {
    return this.closest<HTMLElement>('[lang]')?.lang || navigator.language
  }

  /** Whether the card has the feature; where not, that is said. */
  protected knows(feature: string): boolean {
    const card = this.loaded!
    if (own(card.features, feature)) return true
    const valid = Object.keys(card.features).join(', ')
    this.fail(new CardProblem('noFeature', `no feature "${feature}" in ${card.name}: ${valid}`, card))
    return false
  }

  /** Draws once, after everything that was set together. */
  protected redraw(): void {
    if (this.#drawing) return
    this.#drawing = true
    queueMicrotask(() => {
      this.#drawing = false
      if (this.isConnected) this.paint()
    })
  }

  /** Tells the page; false where the page said no to something that can be stopped. */
  protected say(type: string, detail: object, how?: EventInit): boolean {
    return this.dispatchEvent(new CustomEvent(`forecost-${type}`, { detail, bubbles: true, composed: true, ...how }))
  }

  /** A short message for readers in the element, a precise one for the author in the console. */
  protected fail(problem: CardProblem): void {
    const { kind, message } = (this.problem = problem)
    this.loaded = undefined
    console.error(`<${this.localName}> ${message}`)
    this.became('error')
    this.redraw()
    this.say('error', { kind, message })
  }

  protected became(status: Status): void {
    const states = this.#internals?.states
    states?.clear()
    states?.add(status)
  }

  protected readonly retry = (): void => void this.#reload()
  protected abstract paint(): void
  /** Follows a property that changes what is shown, and the card as it arrives and goes. */
  protected altered(_name?: string): void {
    if (this.loaded) this.knows(this.featureId)
  }
  /** Loads what else the element needs before it shows anything. */
  protected prepare?(): Promise<unknown>
  /** Loads what this card needs beside it. */
  protected requires?(): unknown

  // Of two loads only the later counts, and none after the element has left the page.
  async #reload(): Promise<void> {
    const turn = ++this.#turn
    this.problem = this.loaded = undefined
    this.altered()
    this.became('loading')
    this.redraw()
    try {
      const learning = Promise.allSettled([learn(this.#language), this.prepare?.()])
      const card = await cardFrom(this.given('card') ?? '').finally(() => learning)
      if (turn !== this.#turn) return
      this.loaded = card
      await this.requires?.()
      if (turn !== this.#turn) return
      this.altered()
      if (this.problem) return
      // A site under way has a port, as localhost:5173 has, and is looked through whole; readers do not ask for this.
      const plan = this.given('plan') as string
      const { dimensions } = card.features[this.featureId]!
      if (
        location.port ||
        (plan && !own(card.plans, plan)) ||
        Object.keys(this.wanted()).some((name) => !dimensions[name])
      )
        void import('./later/odd').then(({ tell }) => tell(this, card))
      this.became('ready')
      this.redraw()
      this.say('ready', { provider: card.provider, features: Object.keys(card.features) })
    } catch (error) {
      if (turn === this.#turn)
        this.fail(error instanceof CardProblem ? error : new CardProblem('badCard', String(error)))
    }
  }
}

/** Frameworks set properties where they find them: every attribute has one. */
export function withProperties(element: { prototype: ForecostElement }, names: readonly string[]): void {
  for (const name of names)
    Object.defineProperty(element.prototype, name, {
      get(this: ForecostElement) {
        return this.given(name)
      },
      set(this: ForecostElement, value: unknown) {
        this.reflect(name, value)
      },
    })
}
withProperties(ForecostElement, attributes)

// Documentation sites open their search on "/" and the like: what is typed in a control stays in it. `input` would leave the
// shadow root as if the element itself were a field.
function keepInside(event: Event): void {
  const { key = '', ctrlKey, metaKey, altKey } = event as KeyboardEvent
  if (event.type === 'input' || (key.length === 1 && !(ctrlKey || metaKey || altKey))) event.stopPropagation()
}
