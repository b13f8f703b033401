import type { FieldProps } from './form'
import type { Dimension } from '../../core/pricing'
import { quantityText } from '../../core/locales/units'
import { Problem, problemId } from './problem'

/** A number: a box for the exact value and, between two limits, a slider beside it. Empty is not known, never 0. */
export function NumberField(props: FieldProps<Extract<Dimension, { type: 'number' }>>) {
  const { id, label, dimension, value, problem, locale, onChange } = props
  const { min, max, unit } = dimension
  const step = dimension.step === undefined ? 'any' : String(dimension.step)
  const text = value === undefined || value === null ? '' : String(value)
  // The unit stands beside the box in the reader's language, as it follows this number.
  const said = unit && quantityText(text || '2', unit, locale)
  const limits = { min: limit(min), max: limit(max) }
  const change = (event: Event) => onChange((event.currentTarget as HTMLInputElement).value || undefined)
  return (
    <div class="field" part="field">
      <label for={id}>{label}</label>
      <div class="number">
        <input
          id={id}
          type="number"
          inputMode="decimal"
          part="control"
          {...limits}
          step={step}
          value={text}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problemId(id, problem)}
          onInput={change}
        />
        {said && <span class="quiet">{said.replace(/\P{L}+/gu, ' ')}</span>}
        {min !== undefined && max !== undefined && (
          <input
            type="range"
            part="slider"
            aria-label={label}
            aria-valuetext={text && said}
            {...limits}
            step={step === 'any' ? sliderStep(Number(min), Number(max)) : step}
            value={text || String(min)}
            onInput={change}
          />
        )}
      </div>
      <Problem id={id} text={problem} />
    </div>
  )
}

const limit = (value: string | number | undefined): string | undefined =>
  value === undefined ? undefined : String(value)

// Whole numbers where the span has room for them; the box takes anything between.
const sliderStep = (min: number, max: number): string => (Number.isInteger(min) && max - min >= 4 ? '1' : '0.1')
