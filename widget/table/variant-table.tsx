import { compareDecimals } from '../../core/amount'
import { featureName, wordsOf } from '../../core/labels'
import { totalText } from '../../core/locales/estimates'
import { fill } from '../../core/locales/message'
import type { Estimate, Reason } from '../../core/result'
import type { Cell, Variants } from '../../core/variants'
import { fixedText, headText, type Shown } from './words'
import { reasonTexts } from '../words'

export type VariantTableProps = Shown & {
  variants: Variants
  /** What pressing a price does; without it prices are plain text. */
  choose?: (cell: Cell) => void
}

/** All variants of a feature: one or two of its dimensions, a price in every cell, the lowest marked by a word. */
export function VariantTable({ variants, choose, ...shown }: VariantTableProps) {
  const { rows, columns, cells, fixed } = variants
  const { card, feature, locale } = shown
  const { table } = locale.messages
  const words = wordsOf(card, feature)
  const heads = [rows, columns ?? rows].map(({ dimension }) => dimension)
  const lowest = lowestOf(cells.flat().map(({ estimate }) => estimate))
  return (
    <table part="table">
      <caption part="caption">
        {fill(table.variants, { feature: featureName(card, feature) }, locale)}
        <small class="quiet">{fixedText(shown, fixed)}</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.dimension(rows.dimension)}</th>
          {columns ? (
            columns.values.map((value, at) => (
              <th scope="col" key={at}>
                <small>{words.dimension(columns.dimension)}</small> {headText(shown, columns.dimension, value)}
              </th>
            ))
          ) : (
            <th scope="col">{table.price}</th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.values.map((value, at) => (
          <tr key={at}>
            <th scope="row">{headText(shown, rows.dimension, value)}</th>
            {cells[at]!.map((cell, column) => (
              <td key={column} part="cell">
                <Price {...shown} cell={cell} heads={heads} choose={choose} lowest={cell.estimate === lowest} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whether two words say it: the heads of the cell name what is refused. */
const isRefusal = ({ code, dimension = '' }: Reason, heads: readonly string[]): boolean =>
  code === 'not-offered' || (code === 'unknown-option' && heads.includes(dimension))

function Price({
  cell,
  heads,
  choose,
  lowest,
  ...shown
}: Shown & { cell: Cell; heads: readonly string[]; choose?: (cell: Cell) => void; lowest: boolean }) {
  const { card, feature, locale } = shown
  const { table } = locale.messages
  const { estimate } = cell
  const refused = estimate.status === 'unpriced' && estimate.reasons.find((reason) => isRefusal(reason, heads))
  const text = refused
    ? table[refused.code === 'not-offered' ? 'notOffered' : 'notListed']
    : totalText(estimate, locale)
  const why = reasonTexts(estimate.reasons, wordsOf(card, feature), locale).join('; ')
  return (
    <>
      {choose && estimate.status !== 'unpriced' ? (
        <button
          type="button"
          class="n"
          part="choose"
          aria-label={fill(table.choose, { amount: text }, locale)}
          onClick={() => choose(cell)}
        >
          {text}
        </button>
      ) : (
        <span class={estimate.status === 'unpriced' ? 'quiet' : 'n'}>{text}</span>
      )}
      {why && !refused && (
        <small class="quiet" part="reason">
          {why}
        </small>
      )}
      {lowest && (
        <small class="lowest" part="lowest">
          {table.lowest}
        </small>
      )}
    </>
  )
}

/** The one cell that costs least in every case; none where two share it, or where it is not sure which. */
function lowestOf(estimates: Estimate[]): Estimate | undefined {
  const priced = estimates.filter((one) => one.status !== 'unpriced')
  const [first, second] = [...priced].sort((a, b) => compareDecimals(a.total.high, b.total.high))
  if (!first || !second) return undefined
  return priced.every((one) => one === first || compareDecimals(first.total.high, one.total.low) < 0)
    ? first
    : undefined
}
