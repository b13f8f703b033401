import { useMemo } from 'preact/hooks'
import { amountText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { momentText } from '../../core/locales/time'
import { Findings } from './findings'
import { createImport, FIELDS, type ImportState } from './import-state'
import { accountName } from './names'
import type { History } from './state'

type Props = { history: History; state: ImportState }

/** The vendor's own list of charges, compared with what was seen here. */
export function Import({ history }: { history: History }) {
  const state = useMemo(() => createImport(history), [history])
  const texts = history.locale.messages.history
  return (
    <section class="import" aria-labelledby="import">
      <h2 id="import">{texts.import}</h2>
      <p class="quiet">{texts.importWhy}</p>
      <label class="file">
        <span>{texts.file}</span>
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            if (file) void state.open(file)
          }}
        />
      </label>
      {state.problem.value && (
        <p class="notice-line" role="alert">
          {state.problem.value}
        </p>
      )}
      {state.list.value && <Mapping history={history} state={state} />}
      {state.outcome.value && <Findings history={history} state={state} />}
    </section>
  )
}

function Mapping({ history, state }: Props) {
  const { locale, choices, names } = history
  const texts = locale.messages.history
  const { list, columns, zone, order, account, row, unordered, read, choose, compare } = state
  const found = read.value
  return (
    <>
      <h3>{texts.columns}</h3>
      <div class="filters">
        {FIELDS.map((field) => (
          <label key={field}>
            <span>{texts[`column-${field}`]}</span>
            <select value={columns.value[field] ?? ''} onChange={(event) => choose(field, event.currentTarget.value)}>
              <option value="">{texts.noColumn}</option>
              {list.value!.heads.map((head) => (
                <option key={head} value={head}>
                  {head}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label>
          <span>{texts.zone}</span>
          <select value={zone.value} onChange={(event) => (zone.value = event.currentTarget.value as 'here' | 'utc')}>
            <option value="here">{texts.zoneHere}</option>
            <option value="utc">{texts.zoneUtc}</option>
          </select>
        </label>
        {unordered.value && (
          <label>
            <span>{texts.order}</span>
            <select
              value={order.value ?? ''}
              onChange={(event) => (order.value = (event.currentTarget.value || undefined) as typeof order.value)}
            >
              <option value="">–</option>
              <option value="day">{texts.orderDay}</option>
              <option value="month">{texts.orderMonth}</option>
            </select>
          </label>
        )}
        <label>
          <span>{texts.whichAccount}</span>
          <select
            value={account.value || [...choices.value.accounts.keys()][0]}
            onChange={(event) => (account.value = event.currentTarget.value)}
          >
            {[...choices.value.accounts].map(([key, one]) => (
              <option key={key} value={key}>
                {accountName(names.value, one)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {!found && <p class="notice-line">{texts.needed}</p>}
      {found && <Preview history={history} state={state} />}
      <p>
        <button
          type="button"
          class="primary"
          disabled={!found || found.lines.length === 0 || !row.value}
          onClick={compare}
        >
          {texts.compare}
        </button>
      </p>
    </>
  )
}

const PREVIEW = 5
/** Lines that could not be read and are named. */
const NAMED = 20

function Preview({ history: { locale, now }, state }: Props) {
  const texts = locale.messages.history
  const { lines, faults } = state.read.value!
  const where = faults.slice(0, NAMED).map(({ row }) => state.list.value!.lines[row])
  const reasons = [...new Set(faults.map(({ code }) => texts[`fault-${code}`]))].join(', ')
  return (
    <>
      {lines.length > 0 && (
        <table>
          <caption class="quiet">{texts.preview}</caption>
          <thead>
            <tr>
              <th scope="col">{texts['column-at']}</th>
              <th scope="col">{texts['column-amount']}</th>
              <th scope="col">{texts['column-what']}</th>
              <th scope="col">{texts['column-id']}</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, PREVIEW).map((line, i) => (
              <tr key={i}>
                <th scope="row">{momentText(line.at, locale, now.value)}</th>
                <td class="n">{amountText(line.amount, line.currency, locale)}</td>
                <td>{line.what ?? ''}</td>
                <td class="quiet">{line.id ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {faults.length > 0 && (
        <p class="notice-line">
          {fill(
            locale.messages.reason.words,
            { reason: fill(texts.faults, { n: faults.length }, locale), words: reasons },
            locale,
          )}{' '}
          {fill(texts.faultLines, { list: where.join(', ') + (faults.length > NAMED ? ' …' : '') }, locale)}
        </p>
      )}
    </>
  )
}
