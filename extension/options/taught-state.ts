import { signal } from '@preact/signals'
import type { Locale } from '../../core/locales'
import { fill } from '../../core/locales/message'
import { browser } from '../browser'
import { chosen, chosenPrefix } from '../chosen'
import { webOrigin } from '../origin'
import { readSiteFile, SITE_FILE_BYTES, type SiteFile } from '../sites/site-file'
import { loadAll } from '../storage'
import { offerFile } from '../pages/offer-file'

/** The site files of the user's own, and the way back from the last change of them. */
export function createTaught(locale: Locale) {
  const files = signal<[origin: string, file: SiteFile][]>([])
  const said = signal('')
  /** What was there before the last change. */
  const undoable = signal<{ origin: string; file: SiteFile | undefined } | undefined>(undefined)
  const texts = locale.messages.taught

  async function read() {
    const all = await loadAll(chosenPrefix, chosen)
    files.value = [...all].flatMap(([origin, { file }]) => (file ? [[origin, file] as [string, SiteFile]] : []))
  }
  async function keep(origin: string, file: SiteFile | undefined): Promise<boolean> {
    const kept = await browser.runtime.sendMessage({ kind: 'keep-site-file', origin, ...(file && { file }) })
    await read()
    return kept === true
  }
  const save = (file: SiteFile) =>
    offerFile(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }), `${file.id}.json`)

  /** A file replaces what was known of its site; what is not one, or speaks of several sites, changes nothing. */
  async function take(from: File) {
    const { file, fault } = from.size > SITE_FILE_BYTES * 4 ? { fault: '' } : readSiteFile(await from.text())
    const origin = file && webOrigin(file.match[0]!.replace(/^\*:/, 'https:').replace(/\/[^/]*$/, ''))
    if (!file || !origin) return void (said.value = fill(texts.notOne, { fault: fault ?? '' }, locale))
    const before = files.peek().find(([at]) => at === origin)?.[1]
    if (!(await keep(origin, file))) return void (said.value = fill(texts.notOne, { fault: '' }, locale))
    undoable.value = { origin, file: before }
    said.value = fill(texts.imported, { site: file.name }, locale)
  }
  async function remove(origin: string, file: SiteFile) {
    await keep(origin, undefined)
    undoable.value = { origin, file }
    said.value = fill(texts.removed, { site: file.name }, locale)
  }
  async function undo() {
    const last = undoable.value!
    undoable.value = undefined
    await keep(last.origin, last.file)
    said.value = texts.undone
  }
  return { locale, files, said, undoable, read, save, take, remove, undo }
}
export type Taught = ReturnType<typeof createTaught>
