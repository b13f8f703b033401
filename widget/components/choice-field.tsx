import type { FieldProps } from './form'
import type { Dimension } from '../../core/pricing'
import { Labelled } from './labelled'
import { Problem, problemId } from './problem'

export type Choice = Extract<Dimension, { type: 'choice' }>

/** Up to so many options stand side by side, if their words are short; more go into a list to open. */
const SEGMENTS = 4
const LETTERS = 36

/** A choice: radio buttons side by side, or a list to open. */
export function ChoiceField(props: FieldProps<Choice>) {
  const { dimension, name, words } = props
  const options = dimension.options.map((value) => ({ value, text: words.option(name, value) }))
  const letters = options.reduce((sum, { text }) => sum + text.length, 0)
  const Kind = options.length <= SEGMENTS && letters <= LETTERS ? Segments : Select
  return <Kind {...props} options={options} />
}

type Options = { options: { value: string; text: string }[] }

function Segments({ id, label, value, problem, options, onChange }: FieldProps<Choice> & Options) {
  return (
    <fieldset class="field" part="field" aria-describedby={problemId(id, problem)}>
      <legend>{label}</legend>
      <div class="segments">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={String(value) === option.value}
              onChange={() => onChange(option.value)}
            />
            {option.text}
          </label>
        ))}
      </div>
      <Problem id={id} text={problem} />
    </fieldset>
  )
}

type SelectProps = Pick<FieldProps, 'id' | 'label' | 'value' | 'problem'> &
  Options & { onChange: (value: string) => void }

/** A list to open. What is none of its options is shown as it was given, to be chosen away from. */
export function Select({ id, label, value, problem, options, onChange }: SelectProps) {
  return (
    <Labelled id={id} label={label} problem={problem}>
      <select
        id={id}
        part="control"
        aria-describedby={problemId(id, problem)}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.some((option) => option.value === String(value)) || (
          <option selected disabled>
            {value && String(value)}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={String(value) === option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Labelled>
  )
}
