import { estimate } from '../../../core/estimate'
import type { Estimate } from '../../../core/result'
import type { Request } from '../../../core/rate-card'
import type { Binder, Bound } from '../../../extension/binding/bound'
import { readForm } from '../../../extension/binding/read'
import { requestOf } from '../../../extension/binding/request'
import { detected } from '../../../extension/detect/binder'
import { cards } from './cards'
import { changes, type Drawn, type Plan } from './changes'
import { fixtures, type Field, type Fixture } from './fixtures'
import { seeded } from './random'
import { draw, drawForm, plainStyle } from './render'

/** What became of one redesign: nothing found, a range, unpriced, the right price, or a wrong one. */
export type Outcome = {
  seed: number
  fixture: string
  changes: string[]
  result: 'nothing' | 'unpriced' | 'range' | 'right' | 'wrong' | 'range-missed'
  read: number
  of: number
  said?: string
  truth?: string
  request?: Request
}

const on = new Date('2026-11-02')

/** Makes one redesign of one fixture and says what detection makes of it. `live`: it is bound first, then changed under our eyes. */
export function redesign(seed: number, most = 5): Outcome {
  const random = seeded(seed)
  const original = structuredClone(fixtures[seed % fixtures.length]!)
  for (const field of original.fields) field.chosen = random.whole(field.options.length)
  const wanted = random.shuffled(changes).slice(0, random.whole(most + 1))
  const live = random.chance(0.4)
  const page = document.body
  const binder = detected(cards[original.feature]!, original.feature)
  if (live) {
    page.replaceChildren()
    drawPlan({ fixture: original, style: { ...plainStyle }, random }, page)
    priceAll(binder, original)
  }
  const plan: Plan = { fixture: structuredClone(original), style: { ...plainStyle }, random }
  for (const change of wanted) change.plan?.(plan)
  page.replaceChildren()
  const drawn = drawPlan(plan, page)
  for (const change of wanted) change.page?.(drawn)
  const judged = judge(binder, plan.fixture)
  binder.end?.()
  return {
    ...judged,
    seed,
    fixture: original.name,
    changes: [...wanted.map(({ name }) => name), ...(live ? ['live'] : [])],
  }
}

function drawPlan(plan: Plan, page: HTMLElement): Drawn {
  const boxes = new Map<Field, HTMLElement>()
  for (const field of plan.fixture.fields) if (!field.unmounted) boxes.set(field, draw(field, plan.style))
  const { root, press } = drawForm(plan.fixture, [...boxes.values()])
  page.append(root)
  return { ...plan, page, root, press, boxes }
}

const priceAll = (binder: Binder, fixture: Fixture) => binder.find(document).map((bound) => price(bound, fixture))

function price(bound: Bound, { feature }: Fixture): { request: Request; said: Estimate } {
  const card = cards[feature]!
  const request = requestOf(card, feature, readForm(bound))
  return { request, said: estimate(card, feature, request, on, 'app') }
}

function judge(
  binder: Binder,
  fixture: Fixture,
): Pick<Outcome, 'result' | 'read' | 'of' | 'said' | 'truth' | 'request'> {
  const truth = trueTotal(fixture)
  const of = fixture.fields.length
  const all = priceAll(binder, fixture)
  const wrong = all.find(({ said }) => said.status === 'exact' && said.total.low !== truth)
  const shown = wrong ?? all[0]
  if (!shown) return { result: 'nothing', read: 0, of }
  const { request, said } = shown
  const read = fixture.fields.filter(({ dimension }) => request[dimension] !== undefined).length
  const told = said.status === 'unpriced' ? said.reasons[0]?.code : `${said.total.low}..${said.total.high}`
  const result = wrong
    ? 'wrong'
    : said.status === 'exact'
      ? 'right'
      : said.status === 'range'
        ? rangeResult(said, truth)
        : 'unpriced'
  return { result, read, of, said: told, truth, request }
}

function rangeResult(
  said: Extract<Estimate, { status: 'exact' | 'range' }>,
  truth: string | undefined,
): 'range' | 'range-missed' {
  if (truth === undefined) return 'range-missed'
  return Number(said.total.low) <= Number(truth) && Number(truth) <= Number(said.total.high) ? 'range' : 'range-missed'
}

/** What the run really comes to; undefined where it is a choice the card does not sell. */
function trueTotal({ feature, fields }: Fixture): string | undefined {
  if (fields.some(({ unlisted }) => unlisted)) return undefined
  const request: Request = feature === 'film' ? { characters: '0' } : {}
  for (const { dimension, options, chosen } of fields) {
    const { value } = options[chosen]!
    request[dimension] = value === 'true' ? true : value === 'false' ? false : value
  }
  const said = estimate(cards[feature]!, feature, request, on, 'app')
  if (said.status !== 'exact') throw new Error(`the truth is not exact: ${JSON.stringify(request)}`)
  return said.total.low
}

Object.assign(globalThis, { redesign })
