import type { ComponentChildren } from 'preact'
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
export const Radios = (props: ChoiceProps) => (
  <Inputs {...props} look="radio">
    {(one) => <span>{one.text}</span>}
  </Inputs>
)

/** Native radio buttons that look like cards; the input itself is hidden from sight. */
export const Cards = (props: ChoiceProps) => (
  <Inputs {...props} look="card" input="unseen">
    {(one, index) => (
      <>
        <span class={`swatch swatch-${index % 6}`} aria-hidden="true" />
        <strong>{one.text}</strong>
        {one.note && <small>{one.note}</small>}
      </>
    )}
  </Inputs>
)

type Inputs = ChoiceProps & {
  look: string
  input?: string
  children: (one: Option, index: number) => ComponentChildren
}
function Inputs({ control, options, value, set, look, input, children }: Inputs) {
  const id = useId()
  return (
    <fieldset class="field" {...mark(control)}>
      <legend>{control.label}</legend>
      <div class={`${look}s`}>
        {options.map((one, index) => (
          <label key={one.value} class={look}>
            <input
              class={input}
              type="radio"
              name={`${control.name}-${id}`}
              value={one.value}
              checked={one.value === value}
              onChange={() => set(one.value)}
              {...option(one.value)}
            />
            {children(one, index)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
