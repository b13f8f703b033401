import { estimate } from './estimate'
import { keyOf } from './ladder'
import { nth } from './nth'
import type { RateCard, Request, Surface } from './rate-card'
import type { Estimate, Line, Priced, Range } from './result'
import { casesLess } from './signed'

export type Edit = { dimension: string; from: Request[string]; to: Request[string] }
/** What one line of the bill changed by: low in the cheapest case, high in the dearest. A line that came or went counts from 0. */
export type LineChange = { name: string; kind: Line['kind']; from?: Range; to?: Range; difference: Range }
/**
 * One edit and what it changed the total by; several where only together they lead from one price to another.
 * In `difference` low is the cheapest case and high the dearest, so low may be the greater.
 */
export type Step = { edits: Edit[]; difference: Range; lines: LineChange[] }

export type Changes =
  | { status: 'same' }
  | { status: 'unpriced'; side: 'before' | 'after' | 'both'; edits: Edit[] }
  | { status: 'changed'; currency: string; edits: Edit[]; difference: Range; steps: Step[] }

const NOTHING: Range = { low: '0', high: '0' }

/**
 * Why the total is not what it was: edits in the order of the card's dimensions (or of `order`), each with what it changed.
 * Differences of the steps sum to the whole, and the lines of a step to the step, exactly.
 */
export function changes(
  card: RateCard,
  feature: string,
  before: Request,
  after: Request,
  on: Date,
  { surface, order }: { surface?: Surface; order?: readonly string[] } = {},
): Changes {
  const edits = editsOf(before, after, order ?? Object.keys(card.features[feature]?.dimensions ?? {}))
  if (edits.length === 0) return { status: 'same' }
  const quote = (request: Request): Estimate => estimate(card, feature, request, on, surface)
  const first = quote(before)
  const last = quote(after)
  if (first.status === 'unpriced' || last.status === 'unpriced') {
    const side = first.status !== 'unpriced' ? 'after' : last.status !== 'unpriced' ? 'before' : 'both'
    return { status: 'unpriced', side, edits }
  }
  const steps = walk(first, before, edits, quote)
  return { status: 'changed', currency: last.currency, edits, difference: casesLess(last.total, first.total), steps }
}

export function editsOf(before: Request, after: Request, order: readonly string[]): Edit[] {
  const names = [...new Set([...order, ...Object.keys(before), ...Object.keys(after)])]
  return names
    .filter((name) => keyOfSetting(before[name]) !== keyOfSetting(after[name]))
    .map((dimension) => ({ dimension, from: before[dimension], to: after[dimension] }))
}

const keyOfSetting = (value: Request[string]): string => (Array.isArray(value) ? `[${value.map(keyOf)}]` : keyOf(value))

/** One edit after the other; where the settings in between have no price, edits are taken together. */
function walk(first: Priced, before: Request, edits: readonly Edit[], quote: (request: Request) => Estimate): Step[] {
  const steps: Step[] = []
  let from = first
  const request = { ...before }
  let together: Edit[] = []
  for (const edit of edits) {
    together.push(edit)
    request[edit.dimension] = edit.to
    const to = quote({ ...request })
    if (to.status === 'unpriced') continue
    steps.push({ edits: together, difference: casesLess(to.total, from.total), lines: lineChanges(from, to) })
    from = to
    together = []
  }
  return steps
}

/** Lines of two bills side by side; those that did not change are left out. */
export function lineChanges(before: Priced, after: Priced): LineChange[] {
  const old = named(before.lines)
  const now = named(after.lines)
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((key) => lineChange(old.get(key), now.get(key)))
    .filter(({ difference }) => difference.low !== '0' || difference.high !== '0')
}

/** Two lines may have one name; the second is another line. */
function named(lines: readonly Line[]): Map<string, Line> {
  const seen = new Map<string, number>()
  return new Map(lines.map((line) => [`${line.kind}/${line.name}/${nth(seen, line.name)}`, line]))
}

function lineChange(from: Line | undefined, to: Line | undefined): LineChange {
  const { name, kind } = (to ?? from)!
  const difference = casesLess(to?.total ?? NOTHING, from?.total ?? NOTHING)
  return { name, kind, ...(from && { from: from.total }), ...(to && { to: to.total }), difference }
}
