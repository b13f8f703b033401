import type { TargetedEvent } from 'preact'
import type { FieldProps } from './form'
import type { Dimension } from '../../core/pricing'
import { canonical } from '../../core/amount'
import { quantityText } from '../../core/locales/units'
import { NumberBox } from './box'
import { Labelled } from './labelled'
import { problemId } from './problem'

/** A number: a box for the exact value and, between two limits, a slider beside it. Empty is not known, never 0. */
export function NumberField(props: FieldProps<Extract<Dimension, { type: 'number' }>>) {
  const { id, label, dimension, value, problem, locale, onChange } = props
  const { min, max, unit, step } = dimension
  // What is left to the vendor ("auto") is none.
  const number = canonical(value)
  // The unit stands beside the box in the reader's language, as it follows this number.
  const said = unit && quantityText(number ?? '2', unit, locale)
  const change = (event: TargetedEvent<HTMLInputElement>) => onChange(event.currentTarget.value || undefined)
  return (
    <Labelled id={id} label={label} problem={problem}>
      <div class="number">
        <NumberBox
          id={id}
          min={min}
          max={max}
          step={step ?? 'any'}
          value={String(value ?? '')}
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
            aria-valuetext={number && said}
            min={min}
            max={max}
            step={step ?? sliderStep(Number(min), Number(max))}
            value={number ?? min}
            onInput={change}
          />
        )}
      </div>
    </Labelled>
  )
}

// Whole numbers where the span has room for them; the box takes anything between.
const sliderStep = (min: number, max: number): string => (Number.isInteger(min) && max - min >= 4 ? '1' : '0.1')
