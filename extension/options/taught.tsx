import { fill } from '../../core/locales/message'
import type { Taught } from './taught-state'

/** What the user pointed at, or imported, by site: saved to a file for others, put in from one, taken away and put back. */
export function TaughtSection({ taught }: { taught: Taught }) {
  const { locale, files, said, undoable, save, take, remove, undo } = taught
  const texts = locale.messages.taught
  return (
    <section aria-labelledby="taught">
      <h2 id="taught">{texts.title}</h2>
      <p class="quiet">{files.value.length === 0 ? texts.none : texts.lead}</p>
      <ul>
        {files.value.map(([origin, file]) => (
          <li key={origin} class="site">
            <b>{new URL(origin).host}</b>
            <span class="site-acts">
              <button
                type="button"
                class="button"
                aria-label={fill(texts.saveOf, { site: file.name }, locale)}
                onClick={() => save(file)}
              >
                {texts.save}
              </button>
              <button
                type="button"
                class="button danger"
                aria-label={fill(texts.removeOf, { site: file.name }, locale)}
                onClick={() => void remove(origin, file)}
              >
                {texts.remove}
              </button>
            </span>
          </li>
        ))}
      </ul>
      <p class="backup-acts">
        <label class="button file">
          {texts.import}
          <input type="file" accept="application/json,.json" onChange={(event) => taken(event.currentTarget, take)} />
        </label>
        {undoable.value && (
          <button type="button" class="button" onClick={() => void undo()}>
            {texts.undo}
          </button>
        )}
      </p>
      <p role="status">{said.value}</p>
    </section>
  )
}

/** The same file may be chosen again. */
function taken(input: HTMLInputElement, take: (file: File) => Promise<void>) {
  const [file] = input.files ?? []
  if (file) void take(file).then(() => (input.value = ''))
}
