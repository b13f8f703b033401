import { signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { Row } from '../../core/history'
import type { Entry } from '../../core/ledger'
import type { Locale } from '../../core/locales'
import { fill } from '../../core/locales/message'
import { ledger } from '../ledger/open'

type Around = {
  rows: ReadonlySignal<Row[]>
  selected: Signal<ReadonlySet<string>>
  active: Signal<string | undefined>
  read: () => Promise<void>
}

/** What was done last, in words, and how it is undone. */
export type Done = { text: string; undo?: () => Promise<void> }

/** What the user does to lines: keep them, tag them, delete them and undo that. Nothing in the ledger is ever edited: entries are added. */
export function createMarks(locale: Locale, { rows, selected, active, read }: Around) {
  const done = signal<Done | undefined>(undefined)
  const texts = locale.messages.history

  /** The selected lines, else the one in front. */
  function meant(): Row[] {
    const picked = selected.peek()
    const all = rows.peek()
    return picked.size > 0 ? all.filter(({ id }) => picked.has(id)) : all.filter(({ id }) => id === active.peek())
  }
  const say = (text: string, undo?: () => Promise<void>) => void (done.value = { text, ...(undo && { undo }) })

  async function append(entries: Entry[]) {
    if (entries.length === 0) return
    await (await ledger()).append(entries)
    await read()
  }
  const keep = (lines: readonly Row[], kept: boolean) =>
    append(lines.filter((row) => row.pressed && row.kept !== kept).map((row) => ({ ...mark(row), kind: 'kept', kept })))
  /** Tags take the place of those there were: what was lost by that can be put back. */
  async function tag(lines: readonly Row[], tags: string[]) {
    const pressed = lines.filter((row) => row.pressed)
    if (pressed.length === 0) return
    const tagged = (of: (row: Row) => string[]) =>
      append(pressed.map((row) => ({ ...mark(row), kind: 'tagged', tags: of(row) })))
    await tagged(() => tags)
    say(tags.join(', ') || texts.untagged, async () => {
      await tagged((row) => [...row.tags])
      say(texts.undone)
    })
  }

  async function remove(lines: readonly Row[]) {
    if (lines.length === 0) return
    const book = await ledger()
    const gone = await book.remove(await idsOf(lines))
    // Pressed twice: the way back is already offered.
    if (gone.length === 0) return
    selected.value = new Set()
    say(fill(texts.deleted, { n: lines.length }, locale), async () => {
      await book.restore(gone)
      say(texts.undone)
      await read()
    })
    await read()
  }
  return { done, meant, keep, tag, remove, say, dismiss: () => void (done.value = undefined) }
}

/** An entry of the user's own: a new id each time, so that the last one counts. */
function mark({ id: run, provider, account, site }: Row) {
  const at = Date.now()
  const id = `mark/${run}/${at}/${crypto.getRandomValues(new Uint32Array(1))[0]}`
  return { id, at, provider, account, ...(site !== undefined && { site }), run }
}

/** Every entry of these lines: a run takes its estimate, charges, refunds and marks with it. */
async function idsOf(lines: readonly Row[]): Promise<string[]> {
  const book = await ledger()
  const runs = await Promise.all(lines.map(({ id }) => book.ofRun(id)))
  return lines.flatMap(({ charges, refunds }, i) => [
    ...new Set([...runs[i]!.map((entry) => entry.id), ...[...charges, ...refunds].map((entry) => entry.id)]),
  ])
}
