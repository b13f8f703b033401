import { fill } from '../../core/locales/message'
import type { History } from './state'
import { TagForm } from './tags'

/** What can be done to the selected lines together. */
export function BulkActs({ history }: { history: History }) {
  const { locale, selected, marks } = history
  const texts = locale.messages.history
  const n = selected.value.size
  if (n === 0) return null
  return (
    <div class="bulk" role="group" aria-label={fill(texts.selected, { n }, locale)}>
      <b>{fill(texts.selected, { n }, locale)}</b>
      <button type="button" class="button" onClick={() => void marks.keep(marks.meant(), true)}>
        {texts.keepAll}
      </button>
      <button type="button" class="button" onClick={() => void marks.keep(marks.meant(), false)}>
        {texts.unkeepAll}
      </button>
      <TagForm history={history} rows={marks.meant} id="bulk-tags" label={texts.tagAll} />
      <button type="button" class="button danger" onClick={() => void marks.remove(marks.meant())}>
        {texts.delete}
      </button>
      <button type="button" class="link" onClick={() => (selected.value = new Set())}>
        {texts.dismiss}
      </button>
    </div>
  )
}
