import { readFields, writeFields, type Fields } from '../../core/fragment'
import { settingsTexts } from '../../core/tool-link'
import type { ForecostCalculator, ForecostSet, ForecostValues } from '../forecost-calculator'

// Names that no setting of a card can have: those begin with a letter.
const OWN = ['feature', 'plan', 'balance', 'runs'] as const

/** What the reader set otherwise than the author, as fields of the address: `duration=8`, `_plan=standard`. */
export function fieldsOf(values: ForecostSet, defaults: ForecostSet, feature: string): Fields {
  const usual = settingsTexts(defaults.settings)
  const settings = Object.entries(settingsTexts(values.settings)).filter(([name, text]) => usual[name] !== text)
  const own = OWN.map((name) => ({ name, text: String(values[name]), usual: String({ ...defaults, feature }[name]) }))
  // A plan brings its balance: beside another plan it is said too.
  const told = own.filter(
    ({ name, text, usual }) => text !== usual || (name === 'balance' && values.plan !== defaults.plan),
  )
  return Object.fromEntries([...settings, ...told.map(({ name, text }) => [`_${name}`, text])])
}

/** Fields of an address as what a calculator can show; a feature that it does not have is left out, and all else with it. */
export function valuesOf(fields: Fields, features: readonly string[]): ForecostValues | undefined {
  const { _feature: feature, _plan: plan, _balance: balance, _runs: runs, ...settings } = fields
  if (feature !== undefined && !features.includes(feature)) return undefined
  if (Object.keys(fields).length === 0) return undefined
  return { feature, plan, balance, runs, settings: new URLSearchParams(settings).toString() }
}

const LATER = 300

/**
 * Follows links to a calculator's part of the address. The window, which tells of them, outlives a calculator that has left for good and
 * is not to keep it: no function made beside the element may listen there.
 */
class Links {
  /** Whether what is shown came out of the address: it goes with it. */
  followed = false
  readonly #element: WeakRef<ForecostCalculator>
  readonly #key: string
  readonly #features: readonly string[]

  constructor(element: ForecostCalculator, key: string, features: readonly string[]) {
    this.#element = new WeakRef(element)
    this.#key = key
    this.#features = features
    this.handleEvent()
    window.addEventListener('hashchange', this)
  }

  /** Shows what the address says. What the reader set stays where a link names another calculator. */
  handleEvent(): void {
    const element = this.#element.deref()
    if (!element) return this.end()
    const values = valuesOf(readFields(location.hash, this.#key), this.#features)
    if (!values && !this.followed) return
    this.followed = values !== undefined
    // An address says all that differs from what the author set.
    element.show({ feature: values?.feature ?? usualFeature(element) })
    element.show(element.defaults!)
    if (values) element.show(values)
  }

  end(): void {
    window.removeEventListener('hashchange', this)
  }
}

/** Keeps a calculator and its part of the page's address the same: read at the start and at every link to it, written after changes. */
export function keepAddress(
  element: ForecostCalculator,
  key: string,
  features: readonly string[],
  life: AbortSignal,
): void {
  const links = new Links(element, key, features)
  let timer: ReturnType<typeof setTimeout> | undefined
  element.addEventListener(
    'forecost-change',
    () => {
      links.followed = false
      clearTimeout(timer)
      timer = setTimeout(write, LATER, element, key)
    },
    { signal: life },
  )
  life.addEventListener('abort', () => {
    links.end()
    clearTimeout(timer)
  })
}

function write(element: ForecostCalculator, key: string): void {
  if (!element.isConnected) return
  const hash = hashOf(element, key)
  const address = `${location.pathname}${location.search}${hash && `#${hash}`}`
  try {
    // The site's own state is kept: its router has put it there.
    history.replaceState(history.state, '', address)
  } catch {
    // A browser allows so many in half a minute; the next change writes it.
  }
}

/** The fragment that shows what the calculator shows now. */
export const hashOf = (element: ForecostCalculator, key: string): string =>
  writeFields(location.hash, key, fieldsOf(element.values!, element.defaults!, usualFeature(element)))

/** The feature that the author shows. The element knows it under a name that the build shortens, otherwise in each script. */
const usualFeature = (element: ForecostCalculator): string =>
  String(element.given('feature') ?? Object.keys(element.rateCard!.features)[0])
