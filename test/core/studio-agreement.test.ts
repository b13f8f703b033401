import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimate } from '../../core/estimate'
import type { Dimension } from '../../core/pricing'
import type { Feature, RateCard, Request } from '../../core/rate-card'
import { priced, tools } from '../studio/pricing'
import { Refusal, type Settings } from '../studio/pricing/settings'
import type { PlanId } from '../studio/pricing/tool'
import json from '../studio/rate-card.json'
import { answerOf } from './sample-card'

// The studio charges by its own code, written from the same page as the card; neither knows the other.

const card = json as unknown as RateCard
const days = ['2026-11-21', '2026-11-30', '2026-12-01', '2027-01-14', '2027-01-15']

const holds = (when: Dimension['when'], request: Request): boolean =>
  Object.entries(when ?? {}).every(([name, test]) => [test].flat().includes(request[name]))

/** A value of a dimension: its ends and thresholds as often as what lies between. */
function value(def: Dimension): fc.Arbitrary<Request[string]> {
  if (def.type === 'toggle') return fc.boolean()
  if (def.type === 'choice') return fc.constantFrom(...def.options)
  const [min, max, step] = [Number(def.min), Number(def.max), Number('step' in def && def.step ? def.step : 1)]
  const count = Math.round((max - min) / step)
  const number = fc
    .oneof(fc.nat(count), fc.nat(Math.min(count, 12)), fc.constant(count))
    .map((i) => Number((min + i * step).toFixed(3)))
  return def.type === 'number' ? number : fc.array(number, { minLength: def.fewest, maxLength: def.most })
}

function requestFor(feature: Feature): fc.Arbitrary<Request> {
  return Object.entries(feature.dimensions).reduce(
    (before, [name, defs]) =>
      before.chain((request) => {
        const def = [defs].flat().find((d) => holds(d.when, request))
        return def ? value(def).map((v) => ({ ...request, [name]: v })) : fc.constant(request)
      }),
    fc.constant<Request>({}),
  )
}

const settingsOf = (request: Request): Settings =>
  Object.fromEntries(
    Object.entries(request).map(([k, v]) => [k, typeof v === 'string' && /^\d+$/.test(v) ? Number(v) : v]),
  ) as Settings

function charged(feature: string, request: Request, plan: PlanId, on: string): string {
  try {
    const { low, high } = priced(feature, settingsOf(request), plan, on)
    return low === high ? decimal(low) : `${decimal(low)}..${decimal(high)}`
  } catch (error) {
    if (error instanceof Refusal) return 'unpriced'
    throw error
  }
}
const decimal = (micro: number): string => String(Number((micro / 1e6).toFixed(6)))

function disagreements(other: RateCard, feature: string): string[] {
  const found: string[] = []
  fc.assert(
    fc.property(
      requestFor(card.features[feature]!),
      fc.constantFrom<PlanId>('free', 'creator', 'team', 'studio'),
      fc.constantFrom(...days),
      (request, plan, on) => {
        const asked = 'plan' in other.features[feature]!.dimensions ? { ...request, plan } : request
        const said = answerOf(estimate(other, feature, asked, new Date(on)))
        const taken = charged(feature, request, plan, on)
        if (said !== taken) found.push(`${JSON.stringify(asked)} on ${on}: said ${said}, charged ${taken}`)
      },
    ),
    { numRuns: 400, seed: 7 },
  )
  return found
}

describe('what the card says is what the studio charges', () => {
  test('for every tool of the studio', () =>
    expect(Object.keys(card.features).sort()).toEqual(Object.keys(tools).sort()))
  test.each(Object.keys(card.features))('%s', (feature) => expect(disagreements(card, feature).slice(0, 5)).toEqual([]))
  test('and an error planted in the card is found', () => {
    const planted = JSON.parse(JSON.stringify(card).replace('"4k":"20"', '"4k":"21"')) as RateCard
    expect(disagreements(planted, 'text-to-video').length).toBeGreaterThan(0)
  })
})
