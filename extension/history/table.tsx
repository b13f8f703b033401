import { useRef } from 'preact/hooks'
import { fill } from '../../core/locales/message'
import { BulkActs } from './bulk'
import { Clear } from './filters'
import type { Item } from './items'
import { moved } from './keys'
import { GoLine, RunLine } from './line'
import type { History } from './state'
import { LINE, useVirtual } from './virtual'

/** Every line that the filters let through, newest first; only those in sight are elements of the page. */
export function Table({ history }: { history: History }) {
  const { locale, items, active, selected } = history
  const texts = locale.messages.history
  const box = useRef<HTMLDivElement>(null)
  const all = items.value
  const virtual = useVirtual(box, all.length)
  const at = all.findIndex(({ id }) => id === active.value)

  function go(index: number) {
    const item = all[Math.min(all.length - 1, Math.max(0, index))]
    if (!item) return
    active.value = item.id
    virtual.scrollToIndex(all.indexOf(item), { align: 'auto' })
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== box.current) return
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? LINE) / LINE) - 2)
    const next = moved(event, at, all.length, page)
    const acted = next === undefined ? act(history, event, all[at]) : (go(next), true)
    if (acted) event.preventDefault()
  }
  if (all.length === 0)
    return (
      <p class="none-match" role="status">
        {texts.noneMatch} <Clear history={history} />
      </p>
    )
  const heads = [texts.time, texts.tool, texts.settings, texts.said, texts.charged, texts.difference, texts.status]
  return (
    <div class="table-part">
      <BulkActs history={history} />
      <div
        class="table"
        ref={box}
        role="grid"
        tabIndex={0}
        aria-label={texts.table}
        aria-describedby="history-keys"
        aria-multiselectable="true"
        aria-rowcount={all.length + 1}
        aria-activedescendant={at < 0 ? undefined : lineId(at)}
        onKeyDown={onKeyDown}
        onFocus={(event) => event.target === box.current && at < 0 && go(0)}
      >
        <div class="line head" role="row" aria-rowindex={1}>
          <span role="columnheader" class="pick">
            <span class="sr">{texts.select}</span>
          </span>
          {heads.map((head, i) => (
            <span key={head} role="columnheader" class={columns[i]}>
              {head}
            </span>
          ))}
          <span role="columnheader" class="kept">
            <span class="sr">{texts.kept}</span>
          </span>
          <span role="columnheader" class="tags">
            {texts.tags}
          </span>
        </div>
        <div class="all" style={{ blockSize: `${virtual.getTotalSize()}px` }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const item = all[index]
            if (!item) return null
            const place = { id: lineId(index), index, start, active: index === at, press: () => go(index) }
            return item.kind === 'go' ? (
              <GoLine key={item.id} history={history} item={item} place={place} />
            ) : (
              <RunLine key={item.id} history={history} item={item} place={place} picked={selected.value.has(item.id)} />
            )
          })}
        </div>
      </div>
      <p class="quiet under">
        <span role="status">{fill(texts.shown, { n: history.shown.value.length }, locale)}</span>{' '}
        <span id="history-keys">{texts.keys}</span>
      </p>
    </div>
  )
}

const columns = ['time', 'tool', 'settings', 'said', 'charged', 'difference', 'status']
const lineId = (index: number): string => `line-${index}`

/** What a key does to a line, or to all that are selected. */
function act(history: History, { key, ctrlKey, metaKey }: KeyboardEvent, item: Item | undefined): boolean {
  const { marks, shown, selected } = history
  if ((ctrlKey || metaKey) && key === 'a') {
    selected.value = new Set(shown.value.map(({ id }) => id))
    return true
  }
  if ((ctrlKey || metaKey) && key === 'z') return (void marks.done.peek()?.undo?.(), true)
  if (ctrlKey || metaKey || !item) return false
  if (key === 'Escape' && selected.value.size > 0) return ((selected.value = new Set()), true)
  if (item.kind === 'go') return key === 'Enter' || key === ' ' ? (toggleGo(history, item.id), true) : false
  if (key === ' ') return (toggle(history, item.id), true)
  if (key === 'Delete') return (void marks.remove(marks.meant()), true)
  const letter = key.toLowerCase()
  if (letter === 'k') return (void marks.keep(marks.meant(), item.row.kept !== true), true)
  if (letter === 't' || key === 'Enter')
    return (document.getElementById(letter === 't' ? 'tags' : 'details')?.focus(), true)
  return false
}

/** Selects a line, or lets go of it. */
export function toggle({ selected }: History, id: string): void {
  const next = new Set(selected.value)
  if (!next.delete(id)) next.add(id)
  selected.value = next
}

/** Shows the tries of one go, or hides them. */
export function toggleGo({ opened }: History, id: string): void {
  const next = new Set(opened.value)
  if (!next.delete(id)) next.add(id)
  opened.value = next
}
