import type { InputHTMLAttributes } from 'preact'
import { Labelled } from './labelled'

type NumberProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'id' | 'value' | 'min' | 'max' | 'step' | 'onInput' | 'onChange' | 'aria-label' | 'aria-invalid' | 'aria-describedby'
>

/** A box for a number. */
export const NumberBox = (props: NumberProps) => <input type="number" inputMode="decimal" part="control" {...props} />

/** A number with its label. */
export const Box = ({ id, label, ...input }: NumberProps & { id: string; label: string }) => (
  <Labelled id={id} label={label}>
    <NumberBox id={id} {...input} />
  </Labelled>
)
