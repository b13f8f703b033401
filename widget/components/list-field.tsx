import type { FieldProps } from './form'
import type { Dimension } from '../../core/pricing'
import { fill } from '../../core/locales/message'
import { NumberBox } from './box'
import { Problem, problemId } from './problem'

/** A list of numbers, one box each: seconds per clip, megapixels per picture. */
export function ListField(props: FieldProps<Extract<Dimension, { type: 'list' }>>) {
  const { id, label, dimension, value, problem, locale, onChange } = props
  const { form } = locale.messages
  const items = Array.isArray(value) ? value.map(String) : []
  const { fewest = 0, most = 1000, min, max, unit } = dimension
  return (
    <fieldset class="field" part="field" aria-describedby={problemId(id, problem)}>
      <legend>
        {label}
        {unit && ` (${unit})`}
      </legend>
      <div class="items">
        {items.map((item, at) => (
          <NumberBox
            key={at}
            aria-label={fill(form.item, { name: label, n: at + 1 }, locale)}
            min={min}
            max={max}
            step="any"
            value={item}
            onInput={(event) => onChange(items.with(at, event.currentTarget.value))}
          />
        ))}
        {items.length < most && (
          <button type="button" class="button" onClick={() => onChange([...items, items.at(-1) ?? String(min ?? 1)])}>
            {form.add}
          </button>
        )}
        {items.length > fewest && (
          <button type="button" class="button" onClick={() => onChange(items.slice(0, -1))}>
            {fill(form.remove, { name: label }, locale)}
          </button>
        )}
      </div>
      <Problem id={id} text={problem} />
    </fieldset>
  )
}
