import { browser } from 'wxt/browser'
import type { Locale } from '../../core/locales'
import type { RateCard } from '../../core/rate-card'
import type { Value } from '../../core/pricing'
import { base, tokens } from '../../widget/tokens'
import { draw } from '../../widget/draw'
import { allButtons } from '../detect/buttons'
import { startDetection } from '../detect/start'
import type { FromOverlay, ReadingView, SiteView } from '../messages'
import { addHost, toLayer } from '../overlay/host'
import { takeWanted, type Wanted } from '../overlay/wanted'
import { formsAt } from '../sites/forms-at'
import { numbersOn } from '../sites/balance'
import { globs } from '../sites/match'
import { textControl } from '../sites/plain-text'
import type { SiteForm } from '../sites/site-file'
import { featuresOf, fileOf, rowsOf, sceneOf, startDraft, type Draft } from './draft'
import { pointAt } from './pointing'
import { pickerStyle } from './style'
import { PickerView, type Stage } from './view'

const started = 'forecost-picker-started'

/** Opens the picker on a page; one at a time. All it does ends when it is closed. */
export async function startPicker(page: Document): Promise<void> {
  page.dispatchEvent(new Event(started))
  const wanted = takeWanted()
  const ending = new AbortController()
  page.addEventListener(started, () => ending.abort(), { once: true, signal: ending.signal })
  const [view, reading] = await Promise.all([say<SiteView>({ kind: 'open' }), say<ReadingView>({ kind: 'reading' })])
  if (!view?.on || !reading || ending.signal.aborted) return
  await new Picker(page, view.locale, reading, view.card, ending).begin(wanted)
}

/** The picker's state, and what its buttons do. */
export class Picker {
  stage: Stage = 'provider'
  draft: Draft | undefined
  providers: { provider: string; name: string }[] = []
  pointing: string | undefined
  marked: Element | undefined
  readonly #host: HTMLElement
  readonly #root: ShadowRoot

  constructor(
    readonly page: Document,
    readonly locale: Locale,
    public reading: ReadingView,
    public card: RateCard | undefined,
    readonly ending: AbortController,
  ) {
    const { signal } = ending
    const { host, root } = addHost(frontOf(page), [tokens, base, pickerStyle].join(''), signal)
    this.#host = host
    this.#root = root
    host.style.setProperty('--forecost-seen', 'visible')
    for (const kind of ['keydown', 'keyup', 'keypress']) root.addEventListener(kind, (event) => event.stopPropagation())
    root.addEventListener(
      'keydown',
      (event) => (event as KeyboardEvent).key === 'Escape' && !this.pointing && this.close(),
    )
    // What the controls show is read again as the user tries them.
    for (const kind of ['input', 'change', 'click', 'keyup'])
      page.addEventListener(kind, () => setTimeout(() => this.paint(), 60), { signal })
    page.defaultView!.addEventListener('scroll', () => this.paint(), { capture: true, passive: true, signal })
  }

  /** Opens at what is wanted, where the user asked for one setting. */
  async begin(wanted?: Wanted) {
    if (!this.card) this.providers = (await say<typeof this.providers>({ kind: 'providers' })) ?? []
    if (this.card && wanted && Object.hasOwn(this.card.features, wanted.feature)) this.chooseFeature(wanted.feature)
    else if (this.card) this.offer()
    this.paint()
    this.#root.querySelector<HTMLElement>('.picker')?.focus()
    if (wanted && this.draft?.card.features[wanted.feature]?.dimensions[wanted.dimension])
      await this.pointAtSetting(wanted.dimension)
  }
  async chooseProvider(provider: string) {
    this.card = await say<RateCard>({ kind: 'provider-card', provider })
    if (this.card) this.offer()
    this.paint()
  }
  offer() {
    const here = this.reading.pages.find(({ path }) => globs(path, this.page.location.pathname))
    const features = featuresOf(this.card!)
    const saved = features.find(({ feature }) => this.#saved(feature))
    const known =
      features.length === 1 ? features[0] : (features.find(({ feature }) => feature === here?.feature) ?? saved)
    this.stage = 'feature'
    if (known) this.chooseFeature(known.feature)
  }
  chooseFeature(feature: string) {
    this.draft = startDraft(this.card!, feature, sceneOf(this.page), this.#saved(feature), this.#shows())
    this.stage = 'settings'
    this.paint()
  }

  /** What the user pointed at on this page before. */
  #saved(feature: string): SiteForm | undefined {
    const { pointed } = this.reading
    if (pointed?.card.provider !== this.card!.provider) return undefined
    return formsAt(pointed, this.page.location.href).find((form) => form.feature === feature)
  }

  /** Where the user pointed at the balance of this site before. */
  #shows() {
    const { pointed } = this.reading
    return pointed?.card.provider === this.card!.provider ? pointed.balance : undefined
  }

  async pointAtBalance() {
    const { roots, widgets } = sceneOf(this.page)
    const chosen = await this.point('', { elements: numbersOn(roots), any: true })
    if (chosen) {
      const others = widgets.map(({ widget }) => widget.element)
      this.draft!.balance = textControl(chosen, others)
      this.draft!.balanceKept = undefined
    }
    this.paint()
  }
  forgetBalance() {
    this.draft!.balance = undefined
    this.draft!.balanceKept = undefined
    this.paint()
  }
  async pointAtButton() {
    const { roots } = sceneOf(this.page)
    const chosen = await this.point('', { elements: allButtons(roots).map(({ element }) => element), any: false })
    if (chosen) this.draft!.button = chosen as HTMLElement
    this.paint()
  }
  async pointAtSetting(name: string) {
    const { widgets } = sceneOf(this.page)
    const chosen = await this.point(name, { elements: widgets.map(({ widget }) => widget.element), any: true })
    if (chosen) {
      const others = widgets.map(({ widget }) => widget.element)
      const seen = widgets.find(({ widget }) => widget.element === chosen) ?? textControl(chosen, others)
      this.draft!.bound.set(name, { seen, values: {} })
    }
    this.paint()
  }
  async point(name: string, candidates: Parameters<typeof pointAt>[0]) {
    this.pointing = name
    this.paint()
    const show = (element: Element | undefined) => {
      this.marked = element
      this.paint()
    }
    const chosen = await pointAt(candidates, this.#host, show, this.ending.signal)
    this.pointing = undefined
    return chosen
  }
  forget(name: string) {
    this.draft!.bound.delete(name)
    this.paint()
  }
  means(name: string, words: string, option: string) {
    const binding = this.draft!.bound.get(name)!
    const value: Value = option === 'true' ? true : option === 'false' ? false : option
    if (option) binding.values = { ...binding.values, [words]: value }
    this.paint()
  }

  #saving: Promise<void> | undefined
  /** Pressed twice it is done once. */
  save(): Promise<void> {
    return (this.#saving ??= this.#save().finally(() => (this.#saving = undefined)))
  }
  async #save() {
    // Another page of the site, or where it shows what is left, may have been taught since this was opened.
    const [draft, shown] = [this.draft!, this.#shows()]
    this.reading = (await say<ReadingView>({ kind: 'reading' })) ?? this.reading
    if (!draft.balance && draft.balanceKept === shown) draft.balanceKept = this.#shows()
    const today = new Date().toISOString().slice(0, 10)
    const file = fileOf(draft, this.page.location, this.reading.pointed, today)
    const kept = await say<boolean>({ kind: 'keep-file', file })
    this.stage = kept === true ? 'saved' : 'failed'
    if (kept === true) await startDetection(this.page)
    this.paint()
  }
  /** What was there before is there again. */
  async undo() {
    const { pointed } = this.reading
    await say({ kind: 'keep-file', ...(pointed && { file: pointed }) })
    await startDetection(this.page)
    this.stage = 'settings'
    this.paint()
  }
  close() {
    this.ending.abort()
  }

  paint() {
    if (this.ending.signal.aborted) return
    toLayer(frontOf(this.page), this.#host)
    draw(<PickerView picker={this} rows={this.draft ? rowsOf(this.draft) : []} />, this.#root)
    const layer = this.#root.querySelector<HTMLElement>('.picker-layer')!
    if (!layer.matches(':popover-open')) layer.showPopover()
  }
}

/** Outside a modal dialog of the page nothing could be pressed. */
const frontOf = (page: Document): Element => [...page.querySelectorAll(':modal')].at(-1) ?? page.documentElement

async function say<T>(message: FromOverlay): Promise<T | undefined> {
  try {
    return (await browser.runtime.sendMessage(message)) as T
  } catch {
    return undefined
  }
}
