import type { ComponentChildren } from 'preact'

type FieldProps = {
  label: string
  id: string
  hint?: string
  value?: string
  children: ComponentChildren
  native?: boolean
}

/** A labelled row of a form. `native`: the label belongs to the element with that id; otherwise it names a group. */
export function Field({ label, id, hint, value, children, native }: FieldProps) {
  return (
    <div class="field">
      <div class="field-head">
        {native ? <label for={id}>{label}</label> : <span id={`${id}-label`}>{label}</span>}
        {value !== undefined && <output class="field-value">{value}</output>}
      </div>
      {children}
      {hint && <p class="hint">{hint}</p>}
    </div>
  )
}
