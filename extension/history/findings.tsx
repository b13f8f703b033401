import { amountText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { momentText } from '../../core/locales/time'
import type { Finding } from '../../core/reconcile'
import { kinds, type ImportState } from './import-state'
import type { History } from './state'

type Props = { history: History; state: ImportState }

/** What a list says against the ledger: what is amiss first, what matches last. */
export function Findings({ history, state }: Props) {
  const { locale } = history
  const texts = locale.messages.history
  const { findings, charged, given, unexplained, lines } = state.outcome.value!
  const currency = lines[0]?.currency ?? 'credits'
  const amount = (text: string) => amountText(text, currency, locale)
  const groups = kinds
    .map((kind) => ({ kind, found: findings.filter((finding) => finding.kind === kind) }))
    .filter(({ found }) => found.length > 0)
  const fine = groups.every(({ kind }) => kind === 'match')
  const { added } = state
  return (
    <div class="findings">
      <h3>{texts.result}</h3>
      <p>{fill(texts.listTotal, { charged: amount(charged), given: amount(given) }, locale)}</p>
      {unexplained !== '0' && (
        <p class="notice-line">{fill(texts.unexplained, { amount: amount(unexplained) }, locale)}</p>
      )}
      {fine && (
        <p role="status">
          <strong>{texts.allMatch}</strong>
        </p>
      )}
      {groups.map(({ kind, found }) => (
        <details key={kind} open={kind !== 'match'} data-kind={kind}>
          <summary>
            {texts[`find-${kind}`]} <b class="n">{found.length}</b>
          </summary>
          <Lines found={found} history={history} state={state} />
        </details>
      ))}
      {findings.some(({ kind }) => kind === 'unknown') && (
        <p>
          <button type="button" class="button" onClick={() => void state.add()}>
            {texts.add}
          </button>
        </p>
      )}
      {added.value !== undefined && <p role="status">{fill(texts.added, { n: added.value }, locale)}</p>}
    </div>
  )
}

const MOST = 100

function Lines({ found, history, state }: Props & { found: Finding[] }) {
  const { locale, now } = history
  const rest = found.length - MOST
  return (
    <>
      <table>
        <tbody>
          {found.slice(0, MOST).map((finding, i) => {
            const { at, what, amount } = told(finding, history, state)
            return (
              <tr key={i}>
                <th scope="row">{momentText(at, locale, now.value)}</th>
                <td class="n">{amount}</td>
                <td>{what}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {rest > 0 && <p class="quiet">{fill(locale.messages.history.more, { n: rest }, locale)}</p>}
    </>
  )
}

function told(finding: Finding, { locale }: History, { outcome }: ImportState) {
  const own = outcome.value!.lines[0]?.currency ?? 'credits'
  if (finding.kind === 'missing-refund' || finding.kind === 'not-on-list') {
    const id = finding.kind === 'not-on-list' ? finding.entry.split('/').at(-1)! : ''
    return { at: finding.at, what: id, amount: amountText(finding.amount, own, locale) }
  }
  const { line } = finding
  const listed = amountText(line.amount, line.currency, locale)
  const amount =
    finding.kind === 'differs'
      ? fill(locale.messages.history.differs, { list: listed, ledger: amountText(finding.ledger, own, locale) }, locale)
      : listed
  return { at: line.at, what: [line.what, line.id].filter(Boolean).join(' · '), amount }
}
