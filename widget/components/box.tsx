import type { InputHTMLAttributes } from 'preact'

type BoxProps = { id: string; label: string } & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'value' | 'min' | 'max' | 'step' | 'onInput' | 'onChange'
>

/** A number with its label. */
export const Box = ({ id, label, ...input }: BoxProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <input id={id} type="number" inputMode="decimal" part="control" {...input} />
  </div>
)
