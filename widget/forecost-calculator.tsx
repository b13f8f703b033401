import type { RateCard, Request } from '../core/rate-card'
import type { Estimate } from '../core/result'
import { startingFrom } from '../core/starting'
import { planOf } from '../core/surfaces'
import { allotted, unitOf } from './allotted'
import { answerOf, Calculator, Frame, runsOf, type Answer, type CalculatorState } from './calculator'
import { calculatorStyles } from './calculator.css'
import type { CardProblem } from './card-source'
import { draw } from './draw'
import { attributes, ForecostElement, withProperties } from './element'
import { loadWhole, needsMore, rules } from './pricing'
import type { sorry } from './sorry'

/** Detail of `forecost-change`: the price of the settings the reader chose. */
export type ForecostChange = {
  feature: string
  settings: Request
  plan: string
  balance: string
  runs: number
  estimate: Estimate
}
/** What is set now; the price is missing while what a range or a refusal needs is still being loaded. */
export type ForecostSet = Omit<ForecostChange, 'estimate'> & { estimate?: Estimate }
/** What `show` takes: any of what a reader can set. `settings` as in the attribute, or by dimension. */
export type ForecostValues = {
  feature?: string
  settings?: string | Request
  plan?: string
  balance?: string
  runs?: string | number
}

const sharing = ['state', 'share', 'tool', 'account']
const later = ['answers', ...sharing]
const more = ['runs', 'density', ...later]

/** How long after the last change the answer is read out. */
const SETTLED = 600

/**
 * `<forecost-calculator card feature settings plan balance runs lang theme density state share tool account answers>`: a form from a rate
 * card, and the price of what is set. Events: `forecost-ready`, `forecost-change` (the reader changed something), `forecost-error`. States: loading, ready, error.
 */
export class ForecostCalculator extends ForecostElement {
  static override observedAttributes = [...attributes, ...more]
  /** How many runs to reckon with. */
  declare runs?: string | number
  declare density?: 'compact' | 'normal' | 'roomy'
  /** Keeps what the reader sets in the page's address, under this name: `#name.duration=8`. */
  declare state?: string
  /** Offers to copy the price as text and as JSON. */
  declare share?: boolean | string
  /** The address of the tool itself; the reader's settings go along. */
  declare tool?: string
  /** Where a signed-in reader's account can be asked for, on the page's own origin; empty: where the card says. */
  declare account?: string
  /** Says what the balance still makes, what is cheaper, and how long it lasts, behind one click each. */
  declare answers?: boolean | string
  #state: CalculatorState | undefined
  #on = new Date()
  #announce: ReturnType<typeof setTimeout> | undefined
  #settled = false
  #failed = false
  #sorry: typeof sorry | undefined

  constructor() {
    super(...calculatorStyles)
  }

  /** The price of what is set now; undefined until the card is there, and what a range or a refusal needs beside it. */
  get estimate(): Estimate | undefined {
    return this.values?.estimate
  }

  /** All that is set now, with its price; undefined until the card is there. */
  get values(): ForecostSet | undefined {
    return this.#state && { ...setOf(this.#state), estimate: this.#answer(this.#state)?.estimate }
  }

  /** What the author's attributes alone come to, for the feature that is shown. */
  get defaults(): ForecostSet | undefined {
    return this.#state && setOf(this.#start(this.#state.feature)!)
  }

  /** @internal */
  get rateCard(): RateCard | undefined {
    return this.loaded
  }

  /** Shows other values, as if the reader had set them; no event is fired. Does nothing before `forecost-ready`. */
  show({ feature, settings, plan, balance, runs }: ForecostValues): void {
    let state = this.#state
    if (state && feature !== undefined) state = this.#start(feature, state)
    if (!state) return this.#follow(state)
    const request = settings ? { ...state.request, ...this.read(settings, state.feature) } : undefined
    for (const [name, value] of Object.entries({ request, plan, balance, runs: runs && String(runs) }))
      if (value !== undefined) state = this.#changed(state, { [name]: value })
    this.#follow(state)
  }

  /** Reckons with an account of the reader's, whole: plan, grants, cap, limits, role. Rejects where it does not fit its description. */
  async reckonWith(account: unknown): Promise<void> {
    const { standsOf } = await import('./later/standing')
    if (this.#state) this.#follow({ ...this.#state, stands: standsOf(account, this.#state.card) })
  }

  /** @internal What a run does to the reader's account, where that was read. */
  get stands(): CalculatorState['stands'] {
    return this.#state?.stands
  }

  protected override prepare(changed?: string): Promise<unknown> {
    const asks = (name: string) => (changed ? name === changed : this.given(name) !== undefined)
    return Promise.all([
      sharing.some(asks) && import('./later/share').then(({ share }) => share(this)),
      asks('answers') && import('./later/answers').then(({ answers }) => answers(this)),
    ])
  }

  protected override requires(): unknown {
    return needsMore(this.loaded!, this.featureId) && loadWhole()
  }

  protected override altered(name = ''): void {
    if (!later.includes(name)) this.#follow(this.loaded && this.#start(this.featureId))
    else if (this.loaded) void this.prepare(name)
  }

  /** That there are no prices is said at once, why not as soon as the words for it are here. */
  protected override fail(problem: CardProblem): void {
    super.fail(problem)
    if (problem.kind !== 'noCard')
      void import('./later/sorry').then(({ sorry }) => {
        this.#sorry = sorry
        this.redraw()
      }, console.error)
  }

  #answer(state: CalculatorState): Answer | undefined {
    return answerOf({ ...state, on: this.#on })
  }

  /** Takes over new settings. Where they need the whole estimator, it is loaded, and they are looked at once more with it. */
  #follow(state: CalculatorState | undefined, tell?: () => void): void {
    // On a page that stays open prices change on their day.
    this.#on = new Date()
    this.#state = state
    this.#settled = false
    clearTimeout(this.#announce)
    if (!state) return
    this.redraw()
    if (this.#answer(state)) return tell?.()
    void loadWhole().then((here) => {
      this.#failed = !here
      if (this.#state !== state) return
      if (here) this.#follow({ ...state, request: this.#complete(state, state.request) }, tell)
      else this.redraw()
    })
  }

  /** What comes into being under these settings starts as the author has it. */
  #complete({ card, feature }: Pick<CalculatorState, 'card' | 'feature'>, given: Request): Request {
    return startingFrom(rules.presentDimensions, card, feature, { ...this.wanted(feature), ...given }, this.#on)
  }

  #start(feature: string, before?: CalculatorState): CalculatorState | undefined {
    const card = this.loaded!
    if (!this.knows(feature)) return undefined
    const asked = before?.plan ?? this.wanted(feature)['plan'] ?? this.given('plan')
    const plan = planOf(card, feature, asked) ? String(asked) : ''
    // A number is kept for a tool in the same unit that the same plan pays for.
    const own = { feature: this.featureId, plan, balance: this.given('balance'), runs: this.given('runs') ?? 1 }
    const from = before ?? own
    const kept = from.plan === plan && unitOf(card, from.feature) === unitOf(card, feature)
    return {
      card,
      feature,
      plan,
      balance: String((kept ? from.balance : undefined) ?? allotted({ card, feature, plan })),
      runs: String(from.runs),
      fixed: this.given('feature') !== undefined,
      request: this.#complete({ card, feature }, plan ? { plan } : {}),
    }
  }

  readonly #set = (change: Partial<CalculatorState>): void => {
    this.#follow(this.#changed(this.#state!, change), this.#tell)
    this.paint()
  }

  #changed(before: CalculatorState, change: Partial<CalculatorState>): CalculatorState {
    if (change.feature !== undefined) return this.#start(change.feature, before)!
    const state = { ...before, ...change }
    // Where a plan changes the price it is one of the settings.
    if (change.plan) state.request = { ...state.request, plan: change.plan }
    if (state.request !== before.request) state.request = this.#complete(state, state.request)
    const { plan } = state.request
    if (plan && plan !== before.request['plan']) state.plan = String(plan)
    const other = state.plan !== before.plan
    if (other) state.balance = allotted(state)
    // What the reader types goes before what was read.
    if (other || state.balance !== before.balance) state.stands = undefined
    return state
  }

  readonly #tell = (): void => {
    this.say('change', this.values!)
    this.#announce = setTimeout(() => {
      this.#settled = true
      this.paint()
    }, SETTLED)
  }

  protected override paint(): void {
    const { locale } = this
    const { widget } = locale.messages
    const look = { locale, theme: this.given('theme') }
    const state = this.#state
    draw(
      this.problem ? (
        <Frame class="box" part="card error" {...look}>
          <div>
            <p role="alert">{this.#sorry?.(this.problem, locale) ?? widget.noCard}</p>
            <button type="button" class="button" onClick={this.retry}>
              {widget.retry}
            </button>
          </div>
        </Frame>
      ) : state ? (
        <Calculator {...state} {...look} failed={this.#failed} settled={this.#settled} on={this.#on} set={this.#set} />
      ) : (
        <Frame class="box waiting" part="card" {...look}>
          <p role="status" class="quiet">
            {this.speaking && widget.loading}
          </p>
        </Frame>
      ),
      this.shade,
    )
  }
}

withProperties(ForecostCalculator, more)

function setOf({ feature, request: settings, plan, balance, runs }: CalculatorState): Omit<ForecostChange, 'estimate'> {
  return { feature, settings, plan, balance, runs: runsOf(runs) }
}
