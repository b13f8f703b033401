type FieldProps = { id: string; label: string; value: string }

/** A choice among few; `values` are pairs of a value and what is shown for it. */
export function Select({
  id,
  label,
  values,
  value,
  onPick,
}: FieldProps & { values: [string, string][]; onPick: (value: string) => void }) {
  return (
    <p>
      <label for={id}>{label}</label>
      <select id={id} onChange={(event) => onPick(event.currentTarget.value)}>
        {values.map(([name, text]) => (
          <option key={name} value={name} selected={name === value}>
            {text}
          </option>
        ))}
      </select>
    </p>
  )
}

/** A line of text, taken over once it is whole: an address would be asked for at every letter otherwise. */
export function Line({ id, label, value, onSet }: FieldProps & { onSet: (value: string) => void }) {
  return (
    <p>
      <label for={id}>{label}</label>
      <input
        id={id}
        dir="ltr"
        spellcheck={false}
        autoComplete="off"
        value={value}
        onChange={(event) => onSet(event.currentTarget.value)}
      />
    </p>
  )
}

/** Several lines, taken over as they are typed or pasted. */
export function Lines({ id, label, value, onType }: FieldProps & { onType: (value: string) => void }) {
  return (
    <p class="wide">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        dir="ltr"
        rows={2}
        spellcheck={false}
        value={value}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </p>
  )
}
