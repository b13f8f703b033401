import { featureName } from '../../core/labels'
import { amountText } from '../../core/locales/format'
import { totalText } from '../../core/locales/estimates'
import { fill } from '../../core/locales/message'
import { numberText } from '../../core/locales/number'
import type { PlanRow } from '../../core/plan-rows'
import type { Request } from '../../core/rate-card'
import { fixedText, type Shown } from './words'

/** Plans side by side: what each costs, what it includes, and how many of these runs that pays for. */
export function PlanTable({ rows, fixed, ...shown }: Shown & { rows: PlanRow[]; fixed: Request }) {
  const { card, feature, locale } = shown
  const { table } = locale.messages
  return (
    <table part="table">
      <caption part="caption">
        {fill(table.plans, { feature: featureName(card, feature) }, locale)}
        <small class="quiet">{fixedText(shown, fixed)}</small>
      </caption>
      <thead>
        <tr>
          {[table.plan, table.price, table.included, table.run, table.runs].map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.plan}>
            <th scope="row">{row.name}</th>
            <td part="cell">
              <Prices {...shown} row={row} />
            </td>
            <td part="cell">
              <Included {...shown} row={row} />
            </td>
            <td part="cell" class="n">
              {totalText(row.estimate, locale)}
            </td>
            <td part="cell" class={row.runs ? 'n' : 'quiet'}>
              {row.runs ? numberText(row.runs, locale) : table.notPublished}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Prices({ row, locale }: Shown & { row: PlanRow }) {
  const { table } = locale.messages
  if (row.prices.length === 0) return <span class="quiet">{table.notPublished}</span>
  return (
    <ul>
      {row.prices.map(({ amount, currency, every, perSeat }, at) => {
        const free = Number(amount) === 0
        const price = free
          ? table.free
          : fill(table[`every-${every}`], { amount: amountText(String(amount), currency, locale) }, locale)
        return (
          <li key={at} class="n">
            {perSeat && !free ? fill(table.perSeat, { amount: price }, locale) : price}
          </li>
        )
      })}
    </ul>
  )
}

function Included({ row, locale }: Shown & { row: PlanRow }) {
  const { table } = locale.messages
  if (!row.included) return <span class="quiet">{table.notPublished}</span>
  const { amount, currency, every, perSeat } = row.included
  const said = fill(table[`every-${every}`], { amount: amountText(amount, currency, locale) }, locale)
  return <span class="n">{perSeat ? fill(table.perSeat, { amount: said }, locale) : said}</span>
}
