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
