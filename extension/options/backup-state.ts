import { signal } from '@preact/signals'
import type { Locale } from '../../core/locales'
import { fill } from '../../core/locales/message'
import { agoText } from '../../core/locales/time'
import { makeBackup } from '../backup/backup'
import { Keys } from '../backup/key-shapes'
import { BACKUP_BYTES, readBackup, restore, undoableSince, undoRestore } from '../backup/restore'
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
      const backup = file.size > BACKUP_BYTES ? 'tooBig' : readBackup(await file.text())
      if (typeof backup === 'string') return [fill(texts[backup], { n: BACKUP_BYTES / 1_000_000 }, locale)]
      const { keys, refused, ...counts } = await restore(backup, Date.now())
      const stayed = keys ? await keepKeys(keys) : 0
      return [
        fill(texts.restored, counts, locale),
        ...(refused.length > 0 ? [fill(texts.refused, { list: listOf(refused) }, locale)] : []),
        ...(stayed > 0 ? [fill(texts.keysStay, { n: stayed }, locale)] : []),
        texts.sites,
      ]
    })
  const undo = () =>
    working(async () => {
      if (!(await undoRestore())) return []
      // The keys of accounts that are gone again go too.
      await keepKeys({})
      return [texts.undone]
    })

  return { locale, said, withKeys, undoable, busy, read, save, take, undo }
}
export type Backups = ReturnType<typeof createBackups>

const keepKeys = async (keys: Keys): Promise<number> =>
  Number(await browser.runtime.sendMessage({ kind: 'keep-keys', keys }))

/** A foreign file may hold anything, under any number of names. */
const listOf = (names: string[]): string =>
  [...names.slice(0, 10).map((name) => name.slice(0, 60)), ...(names.length > 10 ? ['…'] : [])].join(', ')
