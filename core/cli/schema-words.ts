import * as pricing from '../pricing'
import * as card from '../rate-card'
import type * as z from '../zod'

type Definition = { schema: z.core.$ZodType; description: string; examples?: unknown[] }

/** Parts of the schema that get a name of their own, with the words an editor shows. */
export const definitions: Record<string, Definition> = {
  Num: {
    schema: pricing.Num,
    description: 'A decimal. Money is written as a string; a JSON number has at most 15 digits.',
    examples: ['12.5', 5],
  },
  Literal: {
    schema: pricing.Literal,
    description: 'A decimal, or a range the vendor itself publishes, low first.',
    examples: ['12', '12.66..23.21'],
  },
  Day: { schema: pricing.Day, description: 'A calendar day.', examples: ['2026-08-07'] },
  Quantity: {
    schema: pricing.Quantity,
    description:
      'A decimal; the name of a dimension or meter; a list that is multiplied; {sum}; {by, cells}; or {of} clamped, divided, rounded, tiered.',
    examples: [
      'duration',
      ['duration', 'variants'],
      { by: ['model'], cells: { fast: '5', best: '12' } },
      { of: 'seconds', per: 30, round: 'up' },
      { of: 'references', tiers: [{ upTo: 5, amount: '0' }, { amount: '12' }] },
    ],
  },
  Cells: {
    schema: pricing.Cells,
    description:
      'Amounts by option, one level a name of "by". null: not for sale. A cell before the last level: the rest does not matter.',
    examples: [{ '720p': { '5': '60', '10': null }, '4k': '200' }],
  },
  Match: {
    schema: pricing.Match,
    description: 'An object: all of its tests hold. A list: any of its objects does.',
    examples: [{ model: ['fast', 'best'], duration: { max: 5 } }, [{ quad: true }, { format: { not: 'JPEG' } }]],
  },
  Test: {
    schema: pricing.Test,
    description: 'A value, a list of values, {not}, or bounds: min, max, above, below.',
    examples: ['fast', { min: 5, below: 10 }, { not: null }],
  },
  Dimension: {
    schema: pricing.Dimension,
    description:
      'A property of the request that can change the price. In a list of variants the first whose `when` holds is taken.',
    examples: [
      { type: 'choice', options: ['720p', '1080p'] },
      { type: 'number', unit: 's', min: 2, max: 10, step: 1 },
      { type: 'toggle', when: { model: 'best' }, otherwise: false },
    ],
  },
  Rate: {
    schema: pricing.Rate,
    description:
      'One alternative of a charge: the first whose day has come and whose match holds is taken. Newest `from` first.',
    examples: [
      { from: '2026-08-07', amount: '6' },
      { match: { model: 'best' }, notOffered: 'not with a video' },
    ],
  },
  Charge: {
    schema: pricing.Charge,
    description: 'A line of the bill; the lines add up. Line = amount x round(meter / per).',
    examples: [{ name: 'video', meter: 'duration', amount: '5' }],
  },
  Units: {
    schema: pricing.Units,
    description: 'Applied in this order: min, max, divide by per, round to a multiple of `to`.',
  },
  Source: {
    schema: card.Source,
    description: 'Evidence for prices. A third-party copy is qualified wherever its price is shown.',
  },
  Feature: { schema: card.Feature, description: 'What is bought: a tool with its dimensions and charges.' },
  Plan: { schema: card.Plan, description: 'A subscription or tier: its prices, grants, limits and what it includes.' },
  PlanGrant: { schema: card.PlanGrant, description: 'Credits a plan allots.' },
  PlanLimit: { schema: card.PlanLimit, description: 'A limit of a plan; `over` says what happens past it.' },
  Refund: { schema: card.Refund, description: 'What is charged when a run does not end well.' },
  Label: {
    schema: card.Label,
    description: 'Words by which a dimension and its options are found on a page; tried in order.',
  },
  Example: {
    schema: card.Example,
    description: 'A worked example, replayed by the check: a request and what it comes to.',
    examples: [{ feature: 'text-to-video', request: { model: 'fast', duration: 5 }, answer: '25', on: '2026-08-06' }],
  },
}
