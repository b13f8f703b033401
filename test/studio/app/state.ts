import { signal, type Signal } from '@preact/signals'
import { counted } from './controls/words'
import type { Source } from './controls/source'
import { optionsOf, type Control, type Form, type Values } from './forms/kinds'

/** What a form holds: a value per control name; sources and ticks keep their own shapes. */
export type Held = Record<string, unknown>
const kept = new Map<string, Signal<Held>>()

/** The state of a form, kept while the member looks at other tools. */
export function stateOf(form: Form): Signal<Held> {
  const known = kept.get(form.title)
  if (known) return known
  const fresh = signal<Held>({})
  kept.set(form.title, fresh)
  return fresh
}

export const visible = (form: Form, held: Held): Control[] => {
  const values = plain(form, held)
  return form.controls.filter((control) => !control.when || control.when(values))
}

/** The values that conditions look at: what was set, else what each control starts with. */
function plain(form: Form, held: Held): Values {
  const values: Values = { ...form.fixed }
  for (const control of form.controls) if ('start' in control) values[control.name] ??= control.start as Values[string]
  for (const [name, value] of Object.entries(held)) values[name] = value as Values[string]
  return values
}

/** What a control shows: what was set, brought to what the other settings allow. */
export function valueOf(form: Form, control: Control, held: Held): unknown {
  const value = held[control.name] ?? ('start' in control ? control.start : null)
  if ('options' in control && control.kind !== 'ticks') {
    const options = optionsOf(control, plain(form, held))
    return options.some((one) => one.value === String(value))
      ? String(value)
      : (options.find((one) => one.value === control.start) ?? options[0]!).value
  }
  if (control.kind === 'slider' || control.kind === 'range') {
    const { min, max } = boundsOf(form, control, held)
    return Math.min(max, Math.max(min, Number(value)))
  }
  if (control.kind === 'number' || control.kind === 'stepper') return Number(value)
  return value
}

export function boundsOf(form: Form, control: Extract<Control, { min: number; max: number }>, held: Held) {
  const bounds = 'bounds' in control ? control.bounds?.(plain(form, held)) : undefined
  return bounds ?? { min: control.min, max: control.max }
}
export const choicesOf = (form: Form, control: Extract<Control, { options: unknown }>, held: Held) =>
  optionsOf(control, plain(form, held))

/** The settings a press sends, or what is missing for it. */
export function settingsOf(form: Form, held: Held): { settings: Record<string, unknown> } | { missing: string } {
  const settings: Record<string, unknown> = { ...form.fixed }
  for (const control of visible(form, held)) {
    const value = valueOf(form, control, held)
    if (control.kind === 'source') {
      if (!value) return { missing: `${control.label}: choose a file first.` }
      for (const name of control.gives) settings[name] = (value as Source)[name]
    } else if (control.unpriced) continue
    else if (control.kind === 'words') {
      const count = counted(String(value ?? ''), control.counts!)
      if (count === 0) return { missing: `${control.label}: write something first.` }
      settings[control.name] = count
    } else settings[control.name] = control.kind === 'ticks' ? (value as string[]).length : value
  }
  return { settings }
}
