import type { ComponentType } from 'preact'
import type { Locale } from '../../core/locales'
import type { Words } from '../../core/labels'
import type { Dimension } from '../../core/pricing'
import type { Request } from '../../core/rate-card'
import { ChoiceField } from './choice-field'
import type { ListField } from './list-field'
import { NumberField } from './number-field'
import { ToggleField } from './toggle-field'

export type Value = Request[string]
export type FieldProps<D extends Dimension = Dimension> = {
  id: string
  label: string
  name: string
  dimension: D
  value: Value
  /** Why this value has no price, in words. */
  problem?: string
  words: Words
  locale: Locale
  onChange: (value: Value) => void
}

export type FormProps = {
  /** Begins the ids of the controls; unique in the root. */
  id: string
  /** Dimensions that exist under these settings (core/present.ts). */
  dimensions: [string, Dimension][]
  request: Request
  problems?: { [dimension: string]: string }
  words: Words
  locale: Locale
  /** The control of a list, where it is here: few cards have one. */
  List: typeof ListField | undefined
  onChange: (name: string, value: Value) => void
}

/** A control for each dimension that exists, from the card alone. */
export function Form({ id, dimensions, request, problems, words, locale, List, onChange }: FormProps) {
  return (
    <div class="form" part="form">
      {dimensions.map(([name, dimension]) => (
        <Field
          key={name}
          id={`${id}-${name}`}
          name={name}
          label={words.dimension(name)}
          dimension={dimension}
          value={request[name]}
          problem={problems?.[name]}
          words={words}
          locale={locale}
          List={List}
          onChange={(value) => onChange(name, value)}
        />
      ))}
    </div>
  )
}

const controls = { choice: ChoiceField, toggle: ToggleField, number: NumberField }

function Field({ List, ...props }: FieldProps & Pick<FormProps, 'List'>) {
  const { type } = props.dimension
  const Control = (type === 'list' ? List : controls[type]) as ComponentType<FieldProps> | undefined
  return Control && <Control {...props} />
}

export const formStyle = `
.form { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(var(--u) * 3) calc(var(--u) * 6); align-items: start; }
.field { display: grid; gap: var(--u); min-inline-size: 0; }
.field label, .field legend { font-size: .88em; color: var(--quiet); }
.field select, .field [type=number], .segments label { min-block-size: calc(var(--u) * 9); padding-inline: calc(var(--u) * 2.5); border: 1px solid var(--line);
  border-radius: calc(var(--radius) * .75); background: var(--surface); color: var(--text); text-overflow: ellipsis; &:hover { border-color: var(--accent); } }
.field select { inline-size: 100%; }
.field [type=number] { inline-size: 5.5em; text-align: end; font-variant-numeric: tabular-nums; }
.field :invalid { border-color: var(--bad); }
.field legend { margin-block-end: var(--u); }
.number { display: flex; align-items: center; gap: calc(var(--u) * 2); }
.number [type=range] { flex: 1; inline-size: 3em; min-inline-size: 3em; accent-color: var(--accent); min-block-size: calc(var(--u) * 6); }
.segments { display: flex; flex-wrap: wrap; gap: var(--u); }
.segments label { display: inline-flex; align-items: center; font-size: 1em; cursor: pointer; }
.segments input { position: absolute; opacity: 0; }
.segments label:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); color: var(--accent); font-weight: 600; }
.segments label:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
.toggle { display: flex; align-items: center; justify-content: space-between; gap: calc(var(--u) * 2); min-block-size: calc(var(--u) * 9); cursor: pointer; }
.switch { appearance: none; flex: none; inline-size: calc(var(--u) * 9); block-size: calc(var(--u) * 5); border-radius: calc(var(--u) * 3); background: var(--line); position: relative; cursor: pointer; }
.switch::after { content: ""; position: absolute; inset-block: 2px; inset-inline-start: 2px; aspect-ratio: 1; border-radius: 50%; background: #fff; }
.switch:checked { background: var(--accent); }
.switch:checked::after { inset-inline: auto 2px; }
.items { display: flex; flex-wrap: wrap; gap: calc(var(--u) * 2); align-items: center; }
.problem-text { color: var(--bad); font-size: .88em; }
@media (forced-colors: active) {
  .segments label:has(:checked) { outline: 2px solid Highlight; }
  .switch { border: 1px solid ButtonText; background: ButtonFace; } .switch::after { background: ButtonText; }
  .switch:checked { background: Highlight; forced-color-adjust: none; }
}
`
