import { signal } from '@preact/signals'
import type { Locale } from '../../core/locales'
import { fill } from '../../core/locales/message'
import { agoText } from '../../core/locales/time'
import { makeBackup } from '../backup/backup'
import { Keys } from '../backup/key-shapes'
import { readBackup, restore, undoableSince, undoRestore } from '../backup/restore'
import { browser } from '../browser'
import { offerFile } from '../pages/offer-file'

/** Backup, restore, and the way back from a restore. */
export function createBackups(locale: Locale) {
  const said = signal<string[]>([])
  const withKeys = signal(false)
  /** How long ago the restore was made that can be undone, in words. */
  const undoable = signal<string | undefined>(undefined)
  const busy = signal(false)
  const texts = locale.messages.backup

  async function read() {
    const at = await undoableSince()
    undoable.value = at === undefined ? undefined : agoText(Math.max(0, Date.now() - at), locale)
  }
  async function working(work: () => Promise<string[]>) {
    busy.value = true
    const lines = await work().catch(() => [texts.full])
    await read()
    busy.value = false
    said.value = lines
  }
  const save = (keys: boolean) =>
    working(async () => {
      const given = keys
        ? Keys.parse(await browser.runtime.sendMessage({ kind: 'keys-for-backup', asked: true }))
        : undefined
      const now = Date.now()
      const text = JSON.stringify(await makeBackup(now, given))
      offerFile(
        new Blob([text], { type: 'application/json' }),
        `forecost-${new Date(now).toISOString().slice(0, 10)}.json`,
      )
      return []
    })
  const take = (file: File) =>
    working(async () => {
      const backup = readBackup(await file.text())
      if (!backup) return [texts.notOne]
      const { keys, refused, ...counts } = await restore(backup, Date.now())
      if (keys) await browser.runtime.sendMessage({ kind: 'keep-keys', keys })
      return [
        fill(texts.restored, counts, locale),
        ...(refused.length > 0 ? [fill(texts.refused, { list: refused.join(', ') }, locale)] : []),
        texts.sites,
      ]
    })
  const undo = () => working(async () => ((await undoRestore()) ? [texts.undone] : []))

  return { locale, said, withKeys, undoable, busy, read, save, take, undo }
}
export type Backups = ReturnType<typeof createBackups>
