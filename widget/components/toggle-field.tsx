import type { FieldProps } from './form'
import type { Dimension } from '../../core/pricing'

/** A toggle as a switch; the card speaks of true and false. */
export function ToggleField({ id, label, value, onChange }: FieldProps<Extract<Dimension, { type: 'toggle' }>>) {
  return (
    <div class="field" part="field">
      <label class="toggle" for={id}>
        {label}
        <input
          id={id}
          type="checkbox"
          role="switch"
          class="switch"
          part="control"
          checked={value === true || value === 'true'}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      </label>
    </div>
  )
}
