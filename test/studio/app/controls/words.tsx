import { useId } from 'preact/hooks'
import type { Control } from '../forms/kinds'
import { mark } from './choice'
import { Field } from './field'

type WordsProps = { control: Extract<Control, { kind: 'words' }>; value: string; set: (value: string) => void }

/** How many characters (an emoji is one) or filled lines a text has. */
export const counted = (text: string, what: 'characters' | 'lines'): number =>
  what === 'characters' ? [...text].length : text.split('\n').filter((line) => line.trim()).length

/** A text box. Where its length has a price, the count stands below it and carries the mark: the text itself never does. */
export function Words({ control, value, set }: WordsProps) {
  const id = useId()
  const count = control.counts && counted(value, control.counts)
  return (
    <Field label={control.label} id={id} native>
      <textarea
        id={id}
        rows={control.rows}
        maxLength={control.max}
        placeholder={control.placeholder}
        value={value}
        onInput={(e) => set(e.currentTarget.value)}
        onKeyDown={(e) => e.key === 'Enter' && (e.ctrlKey || e.metaKey) && e.currentTarget.form?.requestSubmit()}
      />
      {control.counts && (
        <p class="count">
          <output for={id} {...mark(control, String(count))}>
            {count?.toLocaleString('en')}
          </output>{' '}
          {control.counts === 'characters' ? 'of 5,000 characters' : 'of 500 prompts'}
        </p>
      )}
    </Field>
  )
}
