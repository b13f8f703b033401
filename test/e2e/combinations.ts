import card from '../studio/rate-card.json'
import { optionsOf, type Control, type Form, type Values } from '../studio/app/forms/kinds'

type Held = Record<string, unknown>

/** How one control is set: what a person would choose there. */
export type Step = { name: string; kind: Control['kind']; value: unknown; step?: number; counts?: string }
/** One way to fill in a form. `edge`: one of its numbers stands at a limit or on a side of a threshold of the price page. */
export type Combination = { steps: Step[]; edge: boolean }

const files = {
  picture: ['Cup.png', 'Harbour.jpg', 'Greenhouse.tif', 'Mural.psd'],
  video: ['Pier.mp4', 'Market.mov', 'Sledge, slow.mp4'],
  sound: ['Interview.wav', 'Lecture.mp3', 'Memo.m4a'],
}

/** Numbers between 0 and 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Up to `count` different ways to fill in a form; all of them where there are fewer. */
export function combinationsOf(form: Form, count: number, seed: number): Combination[] {
  const random = seeded(seed)
  const found = new Map<string, Combination>()
  for (let tries = 0; tries < count * 40 && found.size < count; tries++) {
    const combination = fill(form, random)
    const key = JSON.stringify(combination.steps)
    if (!found.has(key)) found.set(key, combination)
  }
  return [...found.values()]
}

function fill(form: Form, random: () => number): Combination {
  const held: Held = {}
  const steps: Step[] = []
  let edge = false
  for (const control of form.controls) {
    if (!isVisible(form, control, held) || (control.unpriced && control.kind !== 'source')) continue
    const { value, at } = choose(form, control, held, random)
    held[control.name] = value
    edge ||= at === true
    const step = 'step' in control ? control.step : undefined
    const counts = control.kind === 'words' ? control.counts : undefined
    steps.push({ name: control.name, kind: control.kind, value, step: step ?? 1, ...(counts && { counts }) })
  }
  return { steps, edge }
}

type Chosen = { value: unknown; at?: boolean }

function choose(form: Form, control: Control, held: Held, random: () => number): Chosen {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const near = thresholds(form.feature, control.name)
  switch (control.kind) {
    case 'switch':
    case 'checkbox':
    case 'pressed':
      return { value: random() < 0.5 }
    case 'source':
      return { value: one(files[control.of]) }
    case 'ticks':
      return { value: 1 + Math.floor(random() * control.options.length) }
    case 'shots':
      return { value: Array.from({ length: 1 + Math.floor(random() * 4) }, () => 1 + Math.floor(random() * 15)) }
    case 'words': {
      const value =
        random() < 0.5 && near.length ? one(near) : 1 + Math.floor(random() * (control.counts === 'lines' ? 260 : 1200))
      return { value, at: near.includes(value) }
    }
    case 'unset-number':
      return { value: random() < 0.5 ? null : 1000 + Math.floor(random() * 9000) }
    case 'length':
      return random() < 0.15 ? { value: 'auto' } : counted(control, control, near, random)
    case 'range':
    case 'slider':
    case 'number':
    case 'stepper':
      return counted(control, boundsOf(form, control, held), near, random)
    default:
      return { value: one(choicesOf(form, control, held)).value }
  }
}

type Bounds = { min: number; max: number }

function counted(control: { step?: number }, { min, max }: Bounds, near: number[], random: () => number): Chosen {
  const step = control.step ?? 1
  const edges = [min, max, ...near].filter((n) => n >= min && n <= max && isStep(n, min, step))
  const rolled = min + Math.floor(random() * ((max - min) / step + 1)) * step
  const value = random() < 0.5 ? edges[Math.floor(random() * edges.length)]! : Math.round(rolled * 100) / 100
  return { value, at: edges.includes(value) }
}

const isStep = (n: number, min: number, step: number) =>
  Math.abs((n - min) / step - Math.round((n - min) / step)) < 1e-9

/** Numbers that the price page's own examples use: they stand on both sides of its thresholds. */
function thresholds(feature: string, dimension: string): number[] {
  const requests = card.examples
    .filter((example) => example.feature === feature)
    .map((example) => example.request as Record<string, unknown>)
  const numbers = requests.map((request) => Number(request[dimension] ?? NaN)).filter(Number.isFinite)
  return [...new Set(numbers)]
}

/** The values that the form's own conditions look at: what was set, else what each control starts with. */
function valuesOf(form: Form, held: Held): Values {
  const values: Values = {}
  for (const control of form.controls) if ('start' in control) values[control.name] ??= control.start as Values[string]
  return { ...values, ...(held as Values) }
}

function isVisible(form: Form, control: Control, held: Held): boolean {
  return !control.when || control.when(valuesOf(form, held))
}

function boundsOf(form: Form, control: Control & Bounds, held: Held): Bounds {
  const own = 'bounds' in control ? control.bounds?.(valuesOf(form, held)) : undefined
  return own ?? { min: control.min, max: control.max }
}

function choicesOf(form: Form, control: Extract<Control, { options: unknown }>, held: Held) {
  return optionsOf(control, valuesOf(form, held))
}
