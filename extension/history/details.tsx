import type { Row } from '../../core/history'
import type { EntryOf } from '../../core/ledger'
import type { Locale } from '../../core/locales'
import { amountText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { dayText, momentText } from '../../core/locales/time'
import { differenceText } from './line'
import { accountName, settingsOf, toolName } from './names'
import type { History } from './state'
import { TagForm } from './tags'

/** All that is known of the line in front: settings, what was said with which prices, and every charge and refund. */
export function Details({ history }: { history: History }) {
  const { locale, chosen, names, marks } = history
  const texts = locale.messages.history
  const row = chosen.value
  return (
    <aside id="details" class="details-part" tabIndex={-1} aria-label={texts.details}>
      {!row && <p class="quiet">{texts.chosen}</p>}
      {row && (
        <>
          <h2>{toolName(names.value, row) ?? texts.otherTool}</h2>
          <p class="quiet">{accountName(names.value, row)}</p>
          <Facts history={history} row={row} />
          <Moves row={row} history={history} />
          {row.pressed && (
            <p class="acts">
              <button
                type="button"
                class="button"
                aria-pressed={row.kept === true}
                onClick={() => void marks.keep([row], row.kept !== true)}
              >
                {row.kept ? texts.unkeep : texts.keep}
              </button>
            </p>
          )}
          {row.pressed && <TagForm history={history} rows={() => [row]} id="tags" label={texts.tags} now={row.tags} />}
          <p>
            <button type="button" class="button danger" onClick={() => void marks.remove([row])}>
              {texts.delete}
            </button>
          </p>
        </>
      )}
    </aside>
  )
}

function Facts({ history: { locale, names, now }, row }: { history: History; row: Row }) {
  const texts = locale.messages.history
  const amount = (text: string) => amountText(text, row.currency, locale)
  const { said, net, before, back, cardVersion, on } = row
  const facts: [string, string | undefined][] = [
    [texts.time, momentText(row.at, locale, now.value)],
    ...settingsOf(names.value, row, locale),
    [texts.said, row.pressed ? (said ? amountText(said, row.currency, locale) : texts.notSaid) : undefined],
    [texts.charged, net === undefined ? texts[`state-${row.status}`] : amount(net)],
    [texts.difference, differenceText(row, locale) || undefined],
    [texts.refund, back && fill(texts.returned, { amount: amount(back) }, locale)],
    [texts.before, before && amount(before)],
    [texts.card, cardText(cardVersion, on, locale)],
  ]
  return (
    <dl>
      {facts
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (
          <div key={name}>
            <dt class="quiet">{name}</dt>
            <dd class="n">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

const cardText = (version: number | undefined, on: string | undefined, locale: Locale): string | undefined =>
  version === undefined || on === undefined
    ? undefined
    : fill(locale.messages.history.cardVersion, { n: version, date: dayText(on, locale) }, locale)

/** Each charge and refund, with where it is known from. */
function Moves({ row, history: { locale, now } }: { row: Row; history: History }) {
  const texts = locale.messages.history
  const moves = [...row.charges, ...row.refunds].sort((a, b) => a.at - b.at)
  if (moves.length === 0) return null
  return (
    <ul class="moves">
      {moves.map((move) => (
        <li key={move.id}>
          <span>
            {move.kind === 'charge' ? texts.charge : texts.refund}{' '}
            {amountText(String(move.amount), move.currency, locale)}
          </span>
          <small class="quiet">
            {momentText(move.at, locale, now.value)} · {originText(move, locale)}
          </small>
        </li>
      ))}
    </ul>
  )
}

function originText(move: EntryOf<'charge'> | EntryOf<'refund'>, locale: Locale): string {
  const texts = locale.messages.history
  const from = move.kind === 'charge' ? move.from : move.foreign === undefined ? 'balance' : 'history'
  const how = { history: texts.byHistory, balance: texts.byBalance, import: texts.byImport }[from]
  return move.foreign === undefined ? how : fill(texts.source, { how, id: move.foreign }, locale)
}
