import { estimate } from './estimate'
import { listed } from './ladder'
import { presentDimensions, startingRequest } from './present'
import type { Value } from './pricing'
import type { RateCard, Request } from './rate-card'
import type { Estimate } from './result'

/** One side of a table of variants. */
export type Axis = { dimension: string; values: Value[] }
export type Cell = { request: Request; estimate: Estimate }
/** All variants of a feature along one or two of its dimensions; `fixed`: the settings that all of them share. */
export type Variants = { rows: Axis; columns?: Axis; cells: Cell[][]; fixed: Request }

const MOST_ROWS = 60
const MOST_COLUMNS = 12

/**
 * Every variant of a feature, priced. `rows` and `columns` name dimensions; without them the two are taken that change the price,
 * the one with more values down the side. Undefined where nothing changes the price.
 */
export function variantsOf(
  card: RateCard,
  feature: string,
  given: Request,
  on: Date,
  { rows, columns }: { rows?: string; columns?: string } = {},
): Variants | undefined {
  const start = startingRequest(card, feature, given, on)
  const all = axes(card, feature, start, on, given)
  const named = (name: string | undefined) => all.find(({ dimension }) => dimension === name)
  const telling = rows ? [] : all.filter((axis) => axis.values.length > 1 && tells(card, feature, start, axis, on))
  const [first, second] = telling.sort((a, b) => b.values.length - a.values.length)
  const down = named(rows) ?? first
  if (!down) return undefined
  const across = columns === undefined ? (rows ? undefined : second) : named(columns)
  return table(card, feature, start, on, down, across && { ...across, values: across.values.slice(0, MOST_COLUMNS) })
}

function table(card: RateCard, feature: string, start: Request, on: Date, down: Axis, columns?: Axis): Variants {
  const rows = { ...down, values: down.values.slice(0, MOST_ROWS) }
  const cell = (set: Request): Cell => {
    const request = startingRequest(card, feature, { ...start, ...set }, on)
    // Under some settings another cannot be had: what is asked for stays, so that the cell says so.
    const asked = { ...request, ...set }
    return { request: asked, estimate: estimate(card, feature, asked, on) }
  }
  const cells = rows.values.map((row) =>
    (columns?.values ?? [undefined]).map((column) =>
      cell({ [rows.dimension]: row, ...(columns && { [columns.dimension]: column }) }),
    ),
  )
  const shared = Object.entries(start).filter(([name]) => name !== rows.dimension && name !== columns?.dimension)
  return { rows, ...(columns && { columns }), cells, fixed: Object.fromEntries(shared) }
}

/** Dimensions whose values can be listed. A setting that the author gave is fixed. */
function axes(card: RateCard, feature: string, start: Request, on: Date, given: Request): Axis[] {
  return presentDimensions(card, feature, start, on)
    .filter(([name]) => !Object.hasOwn(given, name) || given[name] === undefined)
    .map(([dimension, def]) => ({ dimension, values: listed(def).slice() }))
}

function tells(card: RateCard, feature: string, start: Request, { dimension, values }: Axis, on: Date): boolean {
  const totals = values.map((value) => {
    const priced = estimate(card, feature, startingRequest(card, feature, { ...start, [dimension]: value }, on), on)
    return priced.status === 'unpriced' ? '' : `${priced.total.low}..${priced.total.high}`
  })
  return new Set(totals).size > 1
}
