import { useId } from 'preact/hooks'
import type { Control } from '../forms/kinds'
import { mark } from './choice'

export type ToggleProps = {
  control: Extract<Control, { start: boolean }>
  value: boolean
  set: (value: boolean) => void
}

/** A button with the switch role. */
export function Switch({ control, value, set }: ToggleProps) {
  const id = useId()
  return (
    <div class="field row">
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={value}
        aria-labelledby={id}
        onClick={() => set(!value)}
        {...mark(control)}
      />
      <span id={id}>
        {control.label}
        {control.hint && <small class="hint">{control.hint}</small>}
      </span>
    </div>
  )
}

/** A native checkbox. */
export function Checkbox({ control, value, set }: ToggleProps) {
  return (
    <label class="field row">
      <input type="checkbox" checked={value} onChange={(e) => set(e.currentTarget.checked)} {...mark(control)} />
      <span>{control.label}</span>
    </label>
  )
}

/** A button that stays down. */
export function Pressed({ control, value, set }: ToggleProps) {
  return (
    <div class="field">
      <button type="button" class="chip wide" aria-pressed={value} onClick={() => set(!value)} {...mark(control)}>
        {control.label}
      </button>
    </div>
  )
}
