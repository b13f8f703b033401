import { fill } from '../../core/locales/message'
import { Details } from './details'
import { Filters } from './filters'
import { Grades } from './grades'
import { Import } from './import'
import { Plots } from './plots'
import { Prices } from './prices'
import { saveCsv, saveJson } from './save'
import type { History } from './state'
import { Table } from './table'
import { Totals } from './totals'

/** What was said, what was charged, and what that says of the prices. */
export function HistoryPage({ history }: { history: History }) {
  const { locale, loading, rows } = history
  const texts = locale.messages.history
  const empty = loading.value.state === 'ready' && rows.value.length === 0
  return (
    <main class="history">
      <header class="row">
        <h1>
          <img src="/icon/48.png" width="28" height="28" alt="" /> {texts.title}
        </h1>
        {!empty && <Files history={history} />}
      </header>
      <Troubles history={history} />
      <Loading history={history} />
      {empty && <Empty history={history} />}
      {rows.value.length > 0 && (
        <>
          <Filters history={history} />
          <Plots history={history} />
          <div class="lines">
            <Table history={history} />
            <Details history={history} />
          </div>
          <Totals history={history} />
          <Grades history={history} />
          <Prices history={history} />
          <Import history={history} />
        </>
      )}
      <Done history={history} />
    </main>
  )
}

function Files({ history }: { history: History }) {
  const texts = history.locale.messages.history
  return (
    <span class="acts">
      <button type="button" class="button" onClick={() => saveCsv(history)}>
        {texts.exportCsv}
      </button>
      <button type="button" class="button" onClick={() => saveJson(history)}>
        {texts.exportJson}
      </button>
    </span>
  )
}

function Troubles({ history: { locale, troubled } }: { history: History }) {
  const { code } = troubled.value
  if (!code) return null
  const { full, trouble } = locale.messages.history
  return (
    <p class="notice-line" role="alert">
      {code === 'full' ? full : trouble}
    </p>
  )
}

function Loading({ history: { locale, loading, read } }: { history: History }) {
  const texts = locale.messages.history
  const state = loading.value
  if (state.state === 'ready') return null
  if (state.state === 'broken')
    return (
      <p class="notice-line" role="alert">
        {fill(texts.broken, { why: state.why }, locale)}{' '}
        <button type="button" class="button" onClick={() => void read()}>
          {texts.retry}
        </button>
      </p>
    )
  if (state.state === 'counting')
    return (
      <p class="quiet" role="status">
        {texts.counting} <progress value={state.part} max={1} aria-hidden="true" />
      </p>
    )
  return (
    <p class="quiet" role="status">
      {state.all === 0 ? texts.loading : fill(texts.reading, { n: state.n, all: state.all }, locale)}{' '}
      <progress value={state.n} max={Math.max(1, state.all)} aria-hidden="true" />
    </p>
  )
}

function Empty({ history }: { history: History }) {
  const texts = history.locale.messages.history
  return (
    <section class="empty">
      <h2>{texts.empty}</h2>
      <p class="quiet">{texts.emptyWhy}</p>
      <p>
        <a href="/options.html">{history.locale.messages.popup.settings}</a>
      </p>
    </section>
  )
}

/** What was done last, and the way back. */
function Done({ history: { locale, marks } }: { history: History }) {
  const texts = locale.messages.history
  const last = marks.done.value
  return (
    <p role="status" class={last ? 'done' : 'done none'}>
      {last && <span>{last.text}</span>}
      {last?.undo && (
        <button type="button" class="link" onClick={() => void last.undo!()}>
          {texts.undo}
        </button>
      )}
      {last && (
        <button type="button" class="link" onClick={marks.dismiss}>
          {texts.dismiss}
        </button>
      )}
    </p>
  )
}
