import fc from 'fast-check'
import type { Charge, Match, Quantity, Test } from '../../core/pricing'
import type { Feature, Request } from '../../core/rate-card'

// Random features over five small dimensions, so that every completion can be counted.

const models = ['a', 'b', 'c']
const sizes = ['1', '2.5', '4']
export const dimensions: Feature['dimensions'] = {
  model: { type: 'choice', options: models },
  size: { type: 'choice', options: sizes },
  audio: { type: 'toggle' },
  seconds: { type: 'number', unit: 's', min: 0, max: 4, step: 1 },
  images: { type: 'number', min: 1, max: 3, step: 1, when: { model: ['a', 'b'] }, otherwise: 0 },
}
/** Every value a completion may take. */
export const values: Record<string, NonNullable<Request[string]>[]> = {
  model: models,
  size: sizes,
  audio: [true, false],
  seconds: [0, 1, 2, 3, 4],
  images: [1, 2, 3],
}
const literal = fc.constantFrom('0', '1', '2', '0.5', '3.25', '10', '0.125')
const positive = fc.constantFrom('1', '2', '2.5', '4')
const numeric = fc.constantFrom('seconds', 'images', 'size')

const cells = (keys: string[], hole: boolean): fc.Arbitrary<Record<string, string | null>> =>
  fc
    .tuple(...keys.map(() => (hole ? fc.option(literal, { freq: 6 }) : literal)))
    .map((row) => Object.fromEntries(keys.map((k, i) => [k, row[i]!])))

const tableOf = fc.oneof(
  cells(models, true).map((c): Quantity => ({ by: ['model'], cells: c })),
  cells(['true', 'false'], false).map((c): Quantity => ({ by: ['audio'], cells: c })),
  cells(['0', '1', '2', '3', '4'], true).map((c): Quantity => ({ by: ['seconds'], cells: c })),
  fc
    .tuple(cells(sizes, true), cells(sizes, false))
    .map(([x, y]): Quantity => ({ by: ['audio', 'size'], cells: { true: x, false: y } })),
)

const tiers = fc
  .tuple(literal, literal, literal)
  .map(([x, y, z]) => [{ upTo: 1, amount: x }, { upTo: 3, amount: y }, { amount: z }])

export const quantity: fc.Arbitrary<Quantity> = fc.letrec<{ q: Quantity }>((tie) => ({
  q: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    literal,
    numeric,
    tableOf,
    fc.array(tie('q'), { minLength: 1, maxLength: 3 }),
    fc.record({ sum: fc.array(fc.oneof(tie('q'), fc.constant('-1')), { minLength: 1, maxLength: 3 }) }),
    fc.record(
      {
        of: tie('q'),
        min: literal,
        max: literal,
        per: positive,
        round: fc.constantFrom('up', 'down', 'nearest'),
        to: positive,
        tiers,
      },
      { requiredKeys: ['of'] },
    ) as fc.Arbitrary<Quantity>,
  ),
})).q

const test = (name: string): fc.Arbitrary<Test> =>
  name === 'model' || name === 'size' || name === 'audio'
    ? fc.oneof(
        fc.subarray(values[name]! as (string | boolean)[], { minLength: 1 }),
        fc.subarray(values[name]! as (string | boolean)[], { minLength: 1 }).map((not) => ({ not })),
      )
    : fc.oneof(
        fc.constantFrom(0, 1, 2, 3),
        fc.constantFrom(1, 2).map((not) => ({ not })),
        fc
          .record(
            {
              min: fc.constantFrom(1, 2),
              max: fc.constantFrom(2, 3),
              above: fc.constantFrom(0, 1),
              below: fc.constantFrom(2, 4),
            },
            { requiredKeys: [] },
          )
          .filter((b) => Object.keys(b).length > 0),
      )

export const match = (names = Object.keys(dimensions)): fc.Arbitrary<Match> => {
  const one = fc.constantFrom(...names).chain((name) => test(name).map((t) => ({ [name]: t })))
  const both = fc.tuple(one, one).map(([a, b]) => ({ ...a, ...b }))
  return fc.oneof(
    one,
    both,
    fc.tuple(one, one).map(([a, b]): Match => [a, b]),
  )
}

const charge = (names?: string[]): fc.Arbitrary<Charge> =>
  fc.oneof(
    fc.record(
      { name: fc.constant('flat'), meter: quantity, amount: quantity, when: match(names) },
      { requiredKeys: ['name', 'amount'] },
    ),
    fc
      .record(
        {
          name: fc.constant('rated'),
          when: match(names),
          per: positive,
          meter: quantity,
          first: match(names),
          x: quantity,
          y: quantity,
          last: fc.constantFrom('amount', 'notOffered', 'none'),
        },
        { requiredKeys: ['name', 'first', 'x', 'y', 'last'] },
      )
      .map(({ first, x, y, last, ...rest }): Charge => ({
        ...rest,
        rates: [
          { match: first, amount: x },
          ...(last === 'none' ? [] : last === 'amount' ? [{ amount: y }] : [{ notOffered: 'no' }]),
        ],
      })),
  ) as fc.Arbitrary<Charge>

/** `conditioned`: with a meter that conditions ask about, made of dimensions that are priced elsewhere too. */
export const feature = (conditioned = false): fc.Arbitrary<Feature> =>
  fc
    .record(
      {
        charges: fc.array(charge(conditioned ? [...Object.keys(dimensions), 'work'] : undefined), {
          minLength: 1,
          maxLength: 3,
        }),
        total: fc.record(
          { min: literal, max: fc.constantFrom('40', '90'), round: fc.constantFrom('up', 'nearest') },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ['charges'] },
    )
    .map((f) => ({
      surface: 'any',
      source: 'page',
      dimensions,
      ...(conditioned && {
        meters: { work: { sum: ['seconds', { by: ['size'], cells: { '1': '0', '2.5': '1', '4': '2' } }] } },
      }),
      ...f,
    })) as fc.Arbitrary<Feature>

export const request: fc.Arbitrary<Request> = fc.record(
  Object.fromEntries(Object.entries(values).map(([name, list]) => [name, fc.constantFrom(...list)])),
) as fc.Arbitrary<Request>

/** All ways to answer what a request leaves unread. */
export function completions(partial: Request): Request[] {
  const open = Object.keys(values).filter((name) => partial[name] === undefined)
  return open.reduce<Request[]>(
    (all, name) => all.flatMap((r) => values[name]!.map((v) => ({ ...r, [name]: v }))),
    [partial],
  )
}
