import type { Row } from '../../core/history'
import type { Locale } from '../../core/locales'
import { signedText } from '../../core/locales/answers'
import { bareText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { momentText } from '../../core/locales/time'
import { sumOf } from '../../core/scale'
import { Mark } from '../../widget/components/mark'
import type { Item } from './items'
import { rowSettings, toolName } from './names'
import type { History } from './state'
import { toggle, toggleGo } from './table'

type Place = { id: string; index: number; start: number; active: boolean; press: () => void }

const frame = ({ id, index, start, active, press }: Place) => ({
  id,
  role: 'row' as const,
  'aria-rowindex': index + 2,
  'data-active': active || undefined,
  style: { transform: `translateY(${start}px)` },
  onClick: press,
})

type RunProps = { history: History; item: Item & { kind: 'row' }; place: Place; picked: boolean }

/** One run: when, what, what was said and what was taken. */
export function RunLine({ history, item, place, picked }: RunProps) {
  const { locale, names, now } = history
  const texts = locale.messages.history
  const { row, inside } = item
  const tool = toolName(names.value, row) ?? texts.otherTool
  const settings = rowSettings(names.value, row, locale)
  const said = saidText(row, locale)
  const charged = row.net === undefined ? '–' : bareText(row.net, row.currency, locale)
  return (
    <div {...frame(place)} class={inside ? 'line inside' : 'line'} aria-selected={picked} data-status={row.status}>
      <span role="gridcell" class="pick">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={picked}
          aria-label={texts.select}
          onChange={() => toggle(history, row.id)}
        />
      </span>
      <span role="gridcell" class="time n">
        {momentText(row.at, locale, now.value)}
      </span>
      <span role="gridcell" class="tool" title={tool}>
        {tool}
      </span>
      <span role="gridcell" class="settings quiet" title={settings}>
        {settings}
      </span>
      <span role="gridcell" class="said n" title={said}>
        {said}
      </span>
      <span role="gridcell" class="charged n" title={charged}>
        {charged}
      </span>
      <span role="gridcell" class="difference n" data-way={wayOf(row)}>
        {differenceText(row, locale)}
      </span>
      <span role="gridcell" class="status">
        <Mark shape={shapeOf(row)} /> {texts[`state-${row.status}`]}
      </span>
      <span role="gridcell" class="kept">
        {row.pressed && <Keep history={history} row={row} />}
      </span>
      <span role="gridcell" class="tags">
        {row.tags.map((tag) => (
          <i key={tag}>{tag}</i>
        ))}
      </span>
    </div>
  )
}

function Keep({ history: { locale, marks }, row }: { history: History; row: Row }) {
  const texts = locale.messages.history
  const kept = row.kept === true
  return (
    <button
      type="button"
      class="star"
      tabIndex={-1}
      aria-pressed={kept}
      aria-label={texts.keep}
      title={kept ? texts.unkeep : texts.keep}
      onClick={(event) => {
        event.stopPropagation()
        void marks.keep([row], !kept)
      }}
    >
      {kept ? '★' : '☆'}
    </button>
  )
}

type GoProps = { history: History; item: Item & { kind: 'go' }; place: Place }

/** Several tries of one go: how many, how many were kept, and what they came to. */
export function GoLine({ history, item, place }: GoProps) {
  const { locale, names, now } = history
  const texts = locale.messages.history
  const { tries, open } = item
  const first = tries[0]!
  const kept = tries.filter((row) => row.kept).length
  const n = tries.length
  const net = sumOf(tries.flatMap((row) => row.net ?? []))
  const press = () => {
    place.press()
    toggleGo(history, item.id)
  }
  return (
    <div {...frame({ ...place, press })} class="line go" aria-expanded={open}>
      <span role="gridcell" class="pick" aria-hidden="true">
        {open ? '▾' : '▸'}
      </span>
      <span role="gridcell" class="time n">
        {momentText(tries.at(-1)!.at, locale, now.value)}
      </span>
      <span role="gridcell" class="tool whole">
        {fill(texts.go, { tool: toolName(names.value, first) ?? texts.otherTool, n }, locale)}
      </span>
      <span role="gridcell" class="charged n">
        {bareText(net, first.currency, locale)}
      </span>
      <span role="gridcell" class="status">
        {fill(texts.goKept, { n: kept }, locale)}
      </span>
    </div>
  )
}

/** What was said before the press. */
export const saidText = ({ said, currency }: Row, locale: Locale): string =>
  said ? bareText(said, currency, locale) : '–'

/** "+12", "as said"; nothing where nothing was said or taken. */
export function differenceText({ difference, currency }: Row, locale: Locale): string {
  if (difference === undefined) return ''
  if (difference === '0') return locale.messages.history.asSaid
  return signedText({ low: difference, high: difference }, currency, locale)
}

const wayOf = ({ difference }: Row) =>
  difference === undefined || difference === '0' ? undefined : difference.startsWith('-') ? 'less' : 'more'

/** The state beside its word. */
function shapeOf({ status, difference }: Row): 'diamond' | 'triangle' | 'ring' {
  if (status === 'failed') return 'triangle'
  if (status === 'unmatched' || status === 'in-flight' || status === 'unseen' || status === 'returned') return 'ring'
  return difference === undefined || difference === '0' ? 'diamond' : 'triangle'
}
