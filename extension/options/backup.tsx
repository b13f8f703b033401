import { fill } from '../../core/locales/message'
import type { Backups } from './backup-state'

/** Saves everything to a file and puts it back; a restore can be undone. */
export function BackupChoices({ backups }: { backups: Backups }) {
  const { locale, said, withKeys, undoable, busy, save, take, undo } = backups
  const texts = locale.messages.backup
  const age = undoable.value
  return (
    <div class="backup">
      <h3>{texts.title}</h3>
      <p class="quiet">{texts.lead}</p>
      <label>
        <input
          type="checkbox"
          checked={withKeys.value}
          onChange={(event) => (withKeys.value = event.currentTarget.checked)}
        />
        {texts.withKeys}
      </label>
      {withKeys.value && <p class="notice-line">{texts.withKeysWhy}</p>}
      <p class="backup-acts">
        <button type="button" class="button" disabled={busy.value} onClick={() => void save(withKeys.value)}>
          {texts.save}
        </button>
        <label class="button file">
          {texts.restore}
          <input type="file" accept="application/json,.json" disabled={busy.value} onChange={taken(take)} />
        </label>
        {age !== undefined && (
          <button type="button" class="button" disabled={busy.value} onClick={() => void undo()}>
            {fill(texts.undo, { age }, locale)}
          </button>
        )}
      </p>
      <div role="status">
        {said.value.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  )
}

const taken = (take: (file: File) => Promise<void>) => (event: { currentTarget: HTMLInputElement }) => {
  const input = event.currentTarget
  const file = input.files?.[0]
  // The same file may be chosen again.
  if (file) void take(file).then(() => (input.value = ''))
}

export const backupStyle = `
.backup { display: grid; gap: 8px; }
.backup h3 { margin: 0; font-size: 1em; }
.backup-acts { display: flex; flex-wrap: wrap; gap: 8px; }
.file { position: relative; overflow: hidden; }
.file input { position: absolute; inset: 0; opacity: 0; cursor: pointer; font-size: 0; }
.file:focus-within { outline: 2px solid var(--accent); outline-offset: 1px; }
`
