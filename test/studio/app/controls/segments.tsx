import { useId } from 'preact/hooks'
import type { Option } from '../forms/kinds'
import { option } from '../markup'
import { mark, type ChoiceProps } from './choice'
import { Field } from './field'

/** Moves to the next or previous of a row of options with the arrow keys, as radio groups and tabs do. */
export function arrows(event: KeyboardEvent, options: Option[], value: string, set: (value: string) => void): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const turned = document.documentElement.dir === 'rtl' && event.key.length > 9 ? -step : step
  const next = (options.findIndex((one) => one.value === value) + turned + options.length) % options.length
  set(options[next]!.value)
  const row = event.currentTarget as HTMLElement
  queueMicrotask(() => (row.children[next] as HTMLElement | undefined)?.focus())
}

/** Buttons in a row, one of which is chosen; the roles say what kind of row it is. */
function Row({ control, options, value, set, kind }: ChoiceProps & { kind: Kind }) {
  const id = useId()
  return (
    <Field label={control.label} id={id}>
      <div
        class={kind.look}
        role={kind.row}
        aria-labelledby={`${id}-label`}
        onKeyDown={(e) => arrows(e, options, value, set)}
        {...mark(control)}
      >
        {options.map((one) => (
          <button
            key={one.value}
            type="button"
            role={kind.one}
            {...{ [kind.chosen]: one.value === value }}
            tabIndex={one.value === value ? 0 : -1}
            onClick={() => set(one.value)}
            {...option(one.value)}
          >
            {one.text}
          </button>
        ))}
      </div>
    </Field>
  )
}
type Kind = {
  look: string
  row: 'radiogroup' | 'tablist'
  one: 'radio' | 'tab'
  chosen: 'aria-checked' | 'aria-selected'
}

/** Radio group roles on buttons: no native input anywhere. */
export const Segments = (props: ChoiceProps) => (
  <Row {...props} kind={{ look: 'segments', row: 'radiogroup', one: 'radio', chosen: 'aria-checked' }} />
)

/** A tab list used as a choice. */
export const Tabs = (props: ChoiceProps) => (
  <Row {...props} kind={{ look: 'tabs', row: 'tablist', one: 'tab', chosen: 'aria-selected' }} />
)

/** A switch between two named values, such as SD and HD. */
export function Either({ control, options, value, set }: ChoiceProps) {
  const on = value === options[1]!.value
  return (
    <div class="field row">
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={on}
        aria-label={control.label}
        onClick={() => set(options[on ? 0 : 1]!.value)}
        {...mark(control, value)}
      />
      <span>
        {control.label}
        {control.hint && <small class="hint">{control.hint}</small>}
      </span>
    </div>
  )
}
