import type { ComponentChildren } from 'preact'
import { Problem } from './problem'

type LabelledProps = { id: string; label: string; problem?: string; children?: ComponentChildren }

/** A control under its label, and what is wrong with its value. */
export function Labelled({ id, label, problem, children }: LabelledProps) {
  return (
    <div class="field" part="field">
      <label for={id}>{label}</label>
      {children}
      <Problem id={id} text={problem} />
    </div>
  )
}
