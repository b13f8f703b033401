import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pricePage, printedExamples } from './price-page'
import { priced, tools } from './pricing'
import { printed } from './pricing/credits'
import { Refusal, type Settings } from './pricing/settings'

const examples = printedExamples(pricePage())
const plans = ['free', 'creator', 'team', 'studio'] as const

/** What the studio takes, in the words of the price page. */
function total(example: (typeof examples)[number], plan: (typeof plans)[number]): string {
  try {
    const { low, high } = priced(example.feature, example.settings, plan, example.on ?? '2026-11-21')
    return low === high ? printed(low) : `${printed(low)}..${printed(high)}`
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_offered') return 'not for sale'
    throw error
  }
}

describe('the studio charges what its price page prints', () => {
  it.each(examples.map((e) => [`${e.feature}: ${e.line} comes to ${e.total}`, e] as const))('%s', (_, example) => {
    const tried = example.plan ? [example.plan] : plans
    expect(tried.map((plan) => total(example, plan))).toEqual(tried.map(() => example.total))
  })

  it('prints at least two examples for every tool that has settings', () => {
    const printedFor = (feature: string) => examples.filter((e) => e.feature === feature).length
    const single = ['rig-3d', 'enhance-prompt']
    expect(Object.keys(tools).filter((f) => printedFor(f) < (single.includes(f) ? 1 : 2))).toEqual([])
  })

  it('prints no example of a tool it does not have', () => {
    expect(examples.filter((e) => !tools[e.feature])).toEqual([])
  })
})

describe('whatever is asked for', () => {
  const anything = fc.oneof(
    fc.constantFrom('auto', 'v3', 'lumen', '720p', '5', '1e9', '-1', '', '__proto__', 'constructor', null, true, false),
    fc.double(),
    fc.integer({ min: -5, max: 400 }),
    fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 10 }),
  )
  const names = [...new Set(examples.flatMap((e) => Object.keys(e.settings)))]
  const settings = fc.dictionary(fc.constantFrom(...names, '__proto__', 'toString'), anything)
  const close = fc
    .constantFrom(...examples)
    .chain((e) => settings.map((odd) => ({ feature: e.feature, settings: { ...e.settings, ...odd } })))

  it('is priced in whole millionths, cheapest case first, or refused by name', () => {
    fc.assert(
      fc.property(close, fc.constantFrom(...plans), fc.constantFrom('2026-11-21', '2027-02-01'), (asked, plan, day) => {
        try {
          const { low, high } = priced(asked.feature, asked.settings as Settings, plan, day)
          expect(low).toBeLessThanOrEqual(high)
          expect(printed(low)).toMatch(/^\d+(\.\d+)?$/)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          expect(error.message).not.toBe('')
        }
      }),
      { numRuns: 5000, seed: 7 },
    )
  })
})
