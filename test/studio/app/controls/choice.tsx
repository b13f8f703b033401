import { useId } from 'preact/hooks'
import type { Control, Option } from '../forms/kinds'
import { dimension, option } from '../markup'
import { Field } from './field'

export type ChoiceProps = {
  control: Extract<Control, { options: unknown; start: string }>
  options: Option[]
  value: string
  set: (value: string) => void
}
export const mark = (control: Control, value?: string) => dimension(control.unpriced ? undefined : control.name, value)

/** A native select; the card's value of each option is on the option. */
export function Select({ control, options, value, set }: ChoiceProps) {
  const id = useId()
  return (
    <Field label={control.label} id={id} native>
      <select id={id} name={control.name} value={value} onChange={(e) => set(e.currentTarget.value)} {...mark(control)}>
        {options.map((one) => (
          <option key={one.value} value={one.value} {...option(one.value)}>
            {one.text}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Native radio buttons in a fieldset. */
export function Radios({ control, options, value, set }: ChoiceProps) {
  const id = useId()
  return (
    <fieldset class="field" {...mark(control)}>
      <legend>{control.label}</legend>
      <div class="radios">
        {options.map((one) => (
          <label key={one.value} class="radio">
            <input
              type="radio"
              name={`${control.name}-${id}`}
              value={one.value}
              checked={one.value === value}
              onChange={() => set(one.value)}
              {...option(one.value)}
            />
            <span>{one.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Native radio buttons that look like cards; the input itself is hidden from sight. */
export function Cards({ control, options, value, set }: ChoiceProps) {
  const id = useId()
  return (
    <fieldset class="field" {...mark(control)}>
      <legend>{control.label}</legend>
      <div class="cards">
        {options.map((one) => (
          <label key={one.value} class="card">
            <input
              class="unseen"
              type="radio"
              name={`${control.name}-${id}`}
              value={one.value}
              checked={one.value === value}
              onChange={() => set(one.value)}
              {...option(one.value)}
            />
            <span class={`swatch swatch-${options.indexOf(one) % 6}`} aria-hidden="true" />
            <strong>{one.text}</strong>
            {one.note && <small>{one.note}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Moves to the next or previous of a row of options with the arrow keys, as radio groups and tabs do. */
export function arrows(event: KeyboardEvent, options: Option[], value: string, set: (value: string) => void): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const turned = document.documentElement.dir === 'rtl' && event.key.length > 9 ? -step : step
  const next = (options.findIndex((one) => one.value === value) + turned + options.length) % options.length
  set(options[next]!.value)
  const row = event.currentTarget as HTMLElement
  queueMicrotask(() => (row.children[next] as HTMLElement | undefined)?.focus())
}

/** Buttons in a row with the radio group roles: no native input anywhere. */
export function Segments({ control, options, value, set }: ChoiceProps) {
  const id = useId()
  return (
    <Field label={control.label} id={id}>
      <div
        class="segments"
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        onKeyDown={(e) => arrows(e, options, value, set)}
        {...mark(control)}
      >
        {options.map((one) => (
          <button
            key={one.value}
            type="button"
            role="radio"
            aria-checked={one.value === value}
            tabIndex={one.value === value ? 0 : -1}
            onClick={() => set(one.value)}
            {...option(one.value)}
          >
            {one.text}
          </button>
        ))}
      </div>
    </Field>
  )
}

/** A tab list used as a choice. */
export function Tabs({ control, options, value, set }: ChoiceProps) {
  const id = useId()
  return (
    <Field label={control.label} id={id}>
      <div
        class="tabs"
        role="tablist"
        aria-labelledby={`${id}-label`}
        onKeyDown={(e) => arrows(e, options, value, set)}
        {...mark(control)}
      >
        {options.map((one) => (
          <button
            key={one.value}
            type="button"
            role="tab"
            aria-selected={one.value === value}
            tabIndex={one.value === value ? 0 : -1}
            onClick={() => set(one.value)}
            {...option(one.value)}
          >
            {one.text}
          </button>
        ))}
      </div>
    </Field>
  )
}

/** A switch between two named values, such as SD and HD. */
export function Either({ control, options, value, set }: ChoiceProps) {
  const on = value === options[1]!.value
  return (
    <div class="field row">
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={on}
        aria-label={control.label}
        onClick={() => set(options[on ? 0 : 1]!.value)}
        {...mark(control, value)}
      />
      <span>
        {control.label}
        {control.hint && <small class="hint">{control.hint}</small>}
      </span>
    </div>
  )
}
