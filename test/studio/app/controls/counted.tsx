import { useId, useRef } from 'preact/hooks'
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
const withUnit = (value: number | string, unit?: string) => (unit ? `${value} ${unit}` : String(value))
const tidy = (value: number) => Math.round(value * 100) / 100

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

/** A slider of roles alone: a track, a thumb, arrow keys, pointer. */
export function Slider({ control, value, min, max, set }: CountedProps) {
  const id = useId()
  const track = useRef<HTMLDivElement>(null)
  const step = control.step ?? 1
  const clamp = (next: number) => set(tidy(Math.min(max, Math.max(min, Math.round(next / step) * step))))
  const rtl = () => document.documentElement.dir === 'rtl'
  const point = (event: PointerEvent) => {
    const box = track.current!.getBoundingClientRect()
    const along = (event.clientX - box.left) / box.width
    clamp(min + (rtl() ? 1 - along : along) * (max - min))
  }
  const key = (event: KeyboardEvent) => {
    const onward = rtl() ? -1 : 1
    const by: Record<string, number> = {
      ArrowRight: onward,
      ArrowLeft: -onward,
      ArrowUp: 1,
      ArrowDown: -1,
      PageUp: 5,
      PageDown: -5,
    }
    if (event.key === 'Home') clamp(min)
    else if (event.key === 'End') clamp(max)
    else if (by[event.key]) clamp(value + by[event.key]! * step)
    else return
    event.preventDefault()
  }
  const at = { insetInlineStart: `${((value - min) / (max - min)) * 100}%` }
  return (
    <Field label={control.label} id={id} value={withUnit(value, control.unit)}>
      <div
        ref={track}
        class="slider"
        onPointerDown={(e) => {
          e.currentTarget.setPointerCapture(e.pointerId)
          point(e)
        }}
        onPointerMove={(e) => e.currentTarget.hasPointerCapture(e.pointerId) && point(e)}
      >
        <div class="slider-fill" style={{ inlineSize: at.insetInlineStart }} />
        <div
          role="slider"
          class="thumb"
          tabIndex={0}
          aria-labelledby={`${id}-label`}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuenow={value}
          aria-valuetext={withUnit(value, control.unit)}
          onKeyDown={key}
          style={at}
          {...mark(control)}
        />
      </div>
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

/** A spin button between a minus and a plus. */
export function Stepper({ control, value, min, max, set }: CountedProps) {
  const id = useId()
  const to = (next: number) => set(Math.min(max, Math.max(min, next)))
  return (
    <Field label={control.label} id={id}>
      <div class="stepper">
        <button
          type="button"
          aria-label={`Fewer: ${control.label}`}
          disabled={value <= min}
          onClick={() => to(value - 1)}
        >
          −
        </button>
        <span
          role="spinbutton"
          tabIndex={0}
          aria-labelledby={`${id}-label`}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuenow={value}
          onKeyDown={(e) => {
            const by = { ArrowUp: 1, ArrowDown: -1 }[e.key]
            if (!by) return
            e.preventDefault()
            to(value + by)
          }}
          {...mark(control)}
        >
          {value}
        </span>
        <button
          type="button"
          aria-label={`More: ${control.label}`}
          disabled={value >= max}
          onClick={() => to(value + 1)}
        >
          +
        </button>
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
