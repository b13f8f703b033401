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

/** Descriptions of fields, by the definition they belong to. */
export const fields: Record<string, Record<string, string>> = {
  RateCard: {
    $schema: 'Where this schema stands, for editors.',
    format: 'The version of this format.',
    provider: 'The name of the card and of its file.',
    name: 'The vendor as people call it.',
    homepage: "The vendor's own site.",
    version: 'Grows with every change; an update with a lower one is refused.',
    checkedOn: 'The day the card was last held against its sources. An example without a day is replayed on this one.',
    timeZone: 'The zone in which `from` days begin; UTC without one.',
    currency: 'The unit of the prices: an ISO 4217 code, or the vendor\'s own word such as "credits".',
    money: 'What the unit is worth: `amount` money for `per` units.',
    sources: 'Where the figures come from, by a name that features, rates and plans refer to.',
    features: 'What can be bought, by id.',
    meters: 'Quantities that several features share.',
    plans: 'Subscriptions and tiers, by id.',
    roles: 'Roles of a team, by id, and what they may do.',
    burnOrder: 'Which grants are spent first.',
    refunds: 'What is charged for runs that do not end well.',
    settlement: 'When a run is charged: at the press, held and settled, or at the end.',
    queue: 'What happens past the concurrency.',
    labels: 'Words for dimensions and options on pages, for bindings.',
    endpoints: "Where the signed-in user's account is read, for a card served by its own vendor.",
    detours: 'Other ways to the same result, where the vendor sells one: drafts and then a mastering, say.',
    contradictions: 'Where published sources disagree, and what was done.',
    examples: 'Worked examples; each rate has one, each `from` one on both sides.',
  },
  Source: {
    url: 'The page.',
    seenOn: 'The day it was read; null where its age is not known.',
    words: "The source's own words on its age or origin.",
    grade: "first-party: the vendor's own. reseller: sold on. third-party: a copy by others.",
    reviewBy: 'From then on every surface says how old the price is. Without it: 90 days after seenOn.',
  },
  Feature: {
    name: 'As people call it.',
    kind: 'text-to-video, upscale ...: what others of its kind are compared with.',
    surface: 'Where its source says this price holds: a request from elsewhere is unpriced.',
    source: 'The name of its source.',
    currency: "Where it differs from the card's.",
    dimensions: 'Properties of the request that can change the price, by name.',
    meters: 'Named quantities, for counting and for conditions.',
    charges: 'The lines of the bill.',
    total: 'What happens to the sum: a minimum, a rounding.',
    outputs: 'How many results one run makes, where it is always several.',
    completion: 'Published time of one run, in seconds.',
  },
  Dimension: {
    type: 'choice: closed list. toggle: on or off. number: with limits; may also be "auto". list: several numbers.',
    options: 'As the vendor writes them; decimal options also count as numbers.',
    unit: '"s", "min", "MP", "character": printed, and used to convert rates.',
    min: 'Below it the run is not offered.',
    max: 'Above it the run is not offered; without one an unread number has no range.',
    step: 'Only multiples of it, from min on.',
    fewest: 'The least count of items.',
    most: 'The greatest count of items.',
    when: 'The dimension exists only then.',
    otherwise: 'Its value where it does not exist; not there without one.',
    label: 'What people call it.',
  },
  Rate: {
    from: 'The first day of this price.',
    match: 'When this alternative holds.',
    amount: 'The price of one unit of the meter.',
    unpriced: 'Why no number can be given.',
    notOffered: 'Why this is not for sale.',
    source: "Where it differs from the feature's.",
    meter: "Replaces the charge's.",
    per: "Replaces the charge's.",
    round: "Replaces the charge's.",
  },
  Charge: {
    name: 'What the line is called.',
    when: 'The line is on the bill only then. For options, not for alternatives: those are rates.',
    approximate: 'The vendor writes "~" before this price.',
    meter: 'What is counted; without one, the run.',
    per: 'Metered units in one billed unit.',
    round: 'Whether a started unit counts whole.',
    amount: 'The price of one unit of the meter.',
    rates: 'Alternatives, first match taken.',
    source: "Where it differs from the feature's.",
  },
  Example: {
    feature: 'The id of a feature.',
    request: 'Values of dimensions; a missing one is unread.',
    answer: '"25", "30..150" or "unpriced".',
    on: "The day; the card's checkedOn without one.",
  },
}
