import type { Row } from '../../core/history'
import type { History } from './state'

type TagProps = { history: History; rows: () => readonly Row[]; id: string; label: string; now?: readonly string[] }

/** Tags of one or several lines, written with commas between them; those used before are offered. */
export function TagForm({ history: { locale, choices, marks }, rows, id, label, now = [] }: TagProps) {
  const texts = locale.messages.history
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget as HTMLFormElement).get('tags') ?? '')
    // The field is made anew with what is kept: the focus goes back to the lines.
    void marks.tag(rows(), tagsIn(text)).then(() => document.querySelector<HTMLElement>('[role=grid]')?.focus())
  }
  return (
    <form class="tag-form" onSubmit={submit}>
      <label for={id}>{label}</label>
      <input
        key={now.join()}
        id={id}
        name="tags"
        list="known-tags"
        autocomplete="off"
        maxLength={400}
        defaultValue={now.join(', ')}
        placeholder={texts.tagsHint}
      />
      <datalist id="known-tags">
        {choices.value.tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <button type="submit" class="button">
        {texts.saveTags}
      </button>
    </form>
  )
}

/** "Nord, spring ,Nord" is Nord and spring; at most twenty of at most sixty characters. */
export function tagsIn(text: string): string[] {
  const tags = text.split(/[,;\n]/).map((tag) => tag.trim().slice(0, 60))
  return [...new Set(tags.filter(Boolean))].slice(0, 20)
}
