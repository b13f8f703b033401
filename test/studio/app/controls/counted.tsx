import { useId } from 'preact/hooks'
import type { Control } from '../forms/kinds'
import { mark } from './choice'
import { Field } from './field'

export type CountedProps = {
  control: Extract<Control, { min: number; max: number; start: number }>
  value: number
  min: number
  max: number
  set: (value: number) => void
}
export const withUnit = (value: number | string, unit?: string) => (unit ? `${value} ${unit}` : String(value))

/** A native range input. */
export function Range({ control, value, min, max, set }: CountedProps) {
  const id = useId()
  return (
    <Field label={control.label} id={id} native value={withUnit(value, control.unit)}>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={control.step ?? 1}
        value={value}
        onInput={(e) => set(e.currentTarget.valueAsNumber)}
        {...mark(control)}
      />
    </Field>
  )
}

/** A native number box. What is out of bounds is sent as typed: the studio refuses it by name. */
export function NumberBox({ control, value, min, max, set }: CountedProps) {
  const id = useId()
  return (
    <Field label={control.label} id={id} native>
      <div class="with-unit">
        <input
          id={id}
          type="number"
          inputMode="decimal"
          min={min}
          max={max}
          step={control.step ?? 1}
          value={value}
          onInput={(e) => Number.isFinite(e.currentTarget.valueAsNumber) && set(e.currentTarget.valueAsNumber)}
          {...mark(control)}
        />
        {control.unit && <span aria-hidden="true">{control.unit}</span>}
      </div>
    </Field>
  )
}

type UnsetProps = {
  control: Extract<Control, { kind: 'unset-number' }>
  value: number | null
  set: (value: number | null) => void
}

/** A number box that may stay empty: not set. The empty word in its mark speaks of the empty box alone. */
export function UnsetNumber({ control, value, set }: UnsetProps) {
  const id = useId()
  return (
    <Field label={control.label} id={id} native>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={control.min}
        max={control.max}
        placeholder={control.placeholder}
        value={value ?? ''}
        onInput={(e) => set(e.currentTarget.value === '' ? null : e.currentTarget.valueAsNumber)}
        {...mark(control, '')}
      />
    </Field>
  )
}

type LengthProps = {
  control: Extract<Control, { kind: 'length' }>
  value: number | 'auto'
  set: (value: number | 'auto') => void
}

/** A length, or "Auto": a toggle that takes the range's place. */
export function Length({ control, value, set }: LengthProps) {
  const id = useId()
  const auto = value === 'auto'
  const shown = auto ? control.start : value
  return (
    <Field label={control.label} id={id} value={auto ? 'Auto' : withUnit(shown, control.unit)}>
      <div class="length" role="group" aria-labelledby={`${id}-label`} {...mark(control, String(value))}>
        <button type="button" class="chip" aria-pressed={auto} onClick={() => set(auto ? control.start : 'auto')}>
          Auto
        </button>
        <input
          type="range"
          aria-labelledby={`${id}-label`}
          min={control.min}
          max={control.max}
          step={control.step ?? 1}
          value={shown}
          disabled={auto}
          onInput={(e) => set(e.currentTarget.valueAsNumber)}
        />
      </div>
    </Field>
  )
}
