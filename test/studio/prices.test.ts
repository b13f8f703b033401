import { describe, expect, it } from 'vitest'
import { pricePage, printedExamples } from './price-page'
import { priced, tools } from './pricing'
import { printed } from './pricing/credits'
import { Refusal } from './pricing/settings'

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
