import type { TargetedEvent } from 'preact'
import type { FieldProps } from './form'
import type { Dimension } from '../../core/pricing'
import { quantityText } from '../../core/locales/units'
import { NumberBox } from './box'
import { Labelled } from './labelled'
import { problemId } from './problem'

/** A number: a box for the exact value and, between two limits, a slider beside it. Empty is not known, never 0. */
export function NumberField(props: FieldProps<Extract<Dimension, { type: 'number' }>>) {
  const { id, label, dimension, value, problem, locale, onChange } = props
  const { min, max, unit } = dimension
  const step = dimension.step ?? 'any'
  const text = String(value ?? '')
  // The unit stands beside the box in the reader's language, as it follows this number.
  const said = unit && quantityText(text || '2', unit, locale)
  const change = (event: TargetedEvent<HTMLInputElement>) => onChange(event.currentTarget.value || undefined)
  return (
    <Labelled id={id} label={label} problem={problem}>
      <div class="number">
        <NumberBox
          id={id}
          min={min}
          max={max}
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
            min={min}
            max={max}
            step={step === 'any' ? sliderStep(Number(min), Number(max)) : step}
            value={text || String(min)}
            onInput={change}
          />
        )}
      </div>
    </Labelled>
  )
}

// Whole numbers where the span has room for them; the box takes anything between.
const sliderStep = (min: number, max: number): string => (Number.isInteger(min) && max - min >= 4 ? '1' : '0.1')
