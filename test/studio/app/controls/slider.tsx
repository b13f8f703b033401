import { useId, useRef } from 'preact/hooks'
import { mark } from './choice'
import { withUnit, type CountedProps } from './counted'
import { Field } from './field'

const tidy = (value: number) => Math.round(value * 100) / 100

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
