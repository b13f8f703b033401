import { useId } from 'preact/hooks'
import type { Control } from '../forms/kinds'
import { mark } from './choice'
import { Field } from './field'

type TicksProps = { control: Extract<Control, { kind: 'ticks' }>; value: string[]; set: (value: string[]) => void }

/** Checkboxes of which the number counts. */
export function Ticks({ control, value, set }: TicksProps) {
  return (
    <fieldset class="field" {...mark(control, String(value.length))}>
      <legend>
        {control.label} <output class="field-value">{value.length}</output>
      </legend>
      <div class="ticks">
        {control.options.map((one) => (
          <label key={one.value} class="tick">
            <input
              type="checkbox"
              checked={value.includes(one.value)}
              onChange={(e) =>
                set(e.currentTarget.checked ? [...value, one.value] : value.filter((other) => other !== one.value))
              }
            />
            <span>{one.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type ShotsProps = { control: Extract<Control, { kind: 'shots' }>; value: number[]; set: (value: number[]) => void }

/** One number box for each shot; rows come and go. */
export function Shots({ control, value, set }: ShotsProps) {
  const id = useId()
  return (
    <Field label={control.label} id={id} value={`${value.length} · ${value.reduce((a, b) => a + b, 0)} s`}>
      <ol class="shots">
        {value.map((seconds, index) => (
          <li key={index}>
            <span aria-hidden="true">{index + 1}</span>
            <div class="with-unit">
              <input
                type="number"
                min={1}
                max={15}
                aria-label={`Shot ${index + 1}, seconds`}
                value={seconds}
                onInput={(e) =>
                  Number.isFinite(e.currentTarget.valueAsNumber) &&
                  set(value.with(index, e.currentTarget.valueAsNumber))
                }
                {...mark(control)}
              />
              <span aria-hidden="true">s</span>
            </div>
            <button
              type="button"
              class="quiet"
              aria-label={`Remove shot ${index + 1}`}
              disabled={value.length === 1}
              onClick={() => set(value.toSpliced(index, 1))}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
      <button type="button" class="chip" disabled={value.length === 8} onClick={() => set([...value, 5])}>
        + Add a shot
      </button>
    </Field>
  )
}
