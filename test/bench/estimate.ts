import jsonata from 'jsonata'
import { estimate } from '../../core/estimate'
import { loadCards } from '../../core/rate-cards'
import type { RateCard, Request } from '../../core/rate-card'
import studio from '../studio/rate-card.json'
import { twins } from './jsonata-prices'

export type Figure = { what: string; value: string; budget?: string; ok?: boolean }
type Job = { card: RateCard; feature: string; request: Request; on: Date }

const WARM = 3000
const RUNS = 3000

/** Estimates over every worked example of every shipped card, and the same prices beside JSONata in one run. */
export async function benchEstimate(): Promise<Figure[]> {
  const cards = await loadCards()
  const jobs = cards.flatMap(jobsOf)
  const each = jobs.map(microseconds).sort((a, b) => a - b)
  const median = each[each.length >> 1]!
  const total = each.reduce((sum, us) => sum + us, 0)
  const [ours, theirs] = await besideJsonata()
  return [
    {
      what: `one estimate, warm, median of ${jobs.length} examples of ${cards.length} cards`,
      value: `${median.toFixed(2)} us`,
      budget: '<= 2 us',
      ok: median <= 2,
    },
    { what: 'the same, 95th percentile', value: `${each[Math.floor(each.length * 0.95)]!.toFixed(2)} us` },
    {
      what: 'estimates a second over all examples',
      value: Math.round((jobs.length / total) * 1e6).toLocaleString('en'),
    },
    {
      what: `the same ${twins.length} prices as JSONata expressions`,
      value: `${theirs.toFixed(1)} us against ${ours.toFixed(2)} us: ${(theirs / ours).toFixed(1)} times`,
      budget: '>= 5 times',
      ok: theirs / ours >= 5,
    },
  ]
}

function jobsOf(card: RateCard): Job[] {
  return card.examples.map(({ feature, request, on }) => ({
    card,
    feature,
    request: request as Request,
    on: new Date(on ?? card.checkedOn),
  }))
}

function microseconds({ card, feature, request, on }: Job): number {
  const once = () => estimate(card, feature, request, on)
  for (let i = 0; i < WARM / 10; i++) once()
  const rounds = [0, 1, 2].map(() => timed(once, RUNS / 10))
  return Math.min(...rounds)
}

function timed(once: () => unknown, runs: number): number {
  const start = process.hrtime.bigint()
  for (let i = 0; i < runs; i++) once()
  return Number(process.hrtime.bigint() - start) / 1000 / runs
}

/** Mean microseconds of ours and theirs over the twins, after making sure that both come to the same. */
async function besideJsonata(): Promise<[number, number]> {
  const card = studio as unknown as RateCard
  const on = new Date('2026-11-21')
  let ours = 0
  let theirs = 0
  for (const { feature, request, expression } of twins) {
    const compiled = jsonata(expression)
    const said = estimate(card, feature, request, on)
    const other: unknown = await compiled.evaluate(request)
    if (said.status !== 'exact' || Math.abs(Number(said.total.low) - Number(other)) > 1e-9)
      throw new Error(`${feature}: ${JSON.stringify(said)} against ${String(other)}`)
    for (let i = 0; i < WARM; i++) estimate(card, feature, request, on)
    for (let i = 0; i < WARM; i++) await compiled.evaluate(request)
    ours += timed(() => estimate(card, feature, request, on), RUNS)
    const start = process.hrtime.bigint()
    for (let i = 0; i < RUNS; i++) await compiled.evaluate(request)
    theirs += Number(process.hrtime.bigint() - start) / 1000 / RUNS
  }
  return [ours / twins.length, theirs / twins.length]
}
