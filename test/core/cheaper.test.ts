import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cheaper, type CheaperAnswer } from '../../core/cheaper'
import { estimate } from '../../core/estimate'
import type { RateCard, Request } from '../../core/rate-card'
import { feature, request, values } from './random-feature'
import { Fraction } from './reference'
import { cardOf } from './sample-card'

const ON = new Date('2026-11-10')
const known = (answer: CheaperAnswer): CheaperAnswer & { status: 'known' } => {
  if (answer.status !== 'known') throw new Error('expected a price')
  return answer
}
const totalOf = (card: RateCard, r: Request): Fraction | undefined => {
  const quote = estimate(card, 'run', r, ON)
  return quote.status === 'exact' ? Fraction.of(quote.total.high) : undefined
}

/** The least total over every change of exactly these dimensions, by trying all. */
function leastBy(card: RateCard, r: Request, names: string[]): Fraction | undefined {
  const others = (name: string) => values[name]!.filter((v) => String(v) !== String(r[name]))
  const all = names.reduce<Request[]>(
    (list, name) => list.flatMap((one) => others(name).map((v) => ({ ...one, [name]: v }))),
    [r],
  )
  const totals = all.map((one) => totalOf(card, one)).filter((t) => t !== undefined)
  return totals.reduce<Fraction | undefined>((best, t) => (!best || t.less(best) ? t : best), undefined)
}

describe('cheaper settings, against exhaustive search on generated cards', () => {
  test('each set of one or two dimensions saves the most it can, if more than any part of it (500 cards)', () =>
    fc.assert(
      fc.property(feature(), request, (f, r) => {
        const card = cardOf(f)
        const now = totalOf(card, r)
        if (!now) return
        const names = Object.keys(values)
        const found = new Map(
          known(cheaper({ card, feature: 'run', request: r, on: ON }))
            .changes.filter(({ least }) => !least)
            .map(({ edits, total }) => [edits.map(({ dimension }) => dimension).join('+'), total.high]),
        )
        const expected = new Map<string, string>()
        const single = (name: string) => {
          const least = leastBy(card, r, [name])
          return least?.less(now) ? least : now
        }
        const decimal = (t: Fraction) => String(t)
        for (const name of names) if (single(name).less(now)) expected.set(name, decimal(single(name)))
        names.forEach((a, i) =>
          names.slice(i + 1).forEach((b) => {
            const both = leastBy(card, r, [a, b])
            if (both?.less(single(a)) && both.less(single(b)) && both.less(now))
              expected.set(`${a}+${b}`, decimal(both))
          }),
        )
        expect(new Map([...found].map(([key, total]) => [key, decimal(Fraction.of(total))]))).toEqual(expected)
      }),
      { numRuns: 500, seed: 51 },
    ))
  test('the saving is the difference, the total is the estimate of the changed settings, and savings only fall (300 cards)', () =>
    fc.assert(
      fc.property(feature(), request, (f, r) => {
        const card = cardOf(f)
        if (!totalOf(card, r)) return
        const answer = known(cheaper({ card, feature: 'run', request: r, on: ON }))
        let last: Fraction | undefined
        for (const { edits, total, saving } of answer.changes) {
          const changed = { ...r, ...Object.fromEntries(edits.map(({ dimension, to }) => [dimension, to])) }
          expect(estimate(card, 'run', changed, ON)).toMatchObject({ total })
          expect(Fraction.of(saving.low).plus(Fraction.of(total.low)).equals(Fraction.of(answer.total.low))).toBe(true)
          if (last) expect(last.less(Fraction.of(saving.low))).toBe(false)
          last = Fraction.of(saving.low)
        }
      }),
      { numRuns: 300, seed: 52 },
    ))
})

describe('cheaper ways to 5 s at 1080p with sound', () => {
  const card = cardOf({
    dimensions: {
      model: { type: 'choice', options: ['pro', 'fast'] },
      resolution: { type: 'choice', options: ['720p', '1080p'] },
      duration: { type: 'number', unit: 's', min: 1, max: 10, step: 1 },
      audio: { type: 'toggle' },
    },
    charges: [
      {
        name: 'video',
        meter: 'duration',
        amount: {
          by: ['model', 'resolution'],
          cells: { pro: { '720p': '10', '1080p': '20' }, fast: { '720p': '6', '1080p': null } },
        },
      },
      { name: 'sound', when: { audio: true }, meter: 'duration', amount: '2' },
    ],
  })
  const request = { model: 'pro', resolution: '1080p', duration: 5, audio: true }
  const ask = (locked: string[] = []) => known(cheaper({ card, feature: 'run', request, on: ON, locked }))
  const told = (locked?: string[]) =>
    ask(locked).changes.map(
      ({ edits, saving }) => `${edits.map(({ to, kind }) => `${to} ${kind}`).join(' + ')}: ${saving.low}`,
    )
  test('with everything but the duration free', () =>
    expect(told(['duration'])).toEqual([
      'fast other + 720p less: 70',
      '720p less + false less: 60',
      '720p less: 50',
      'false less: 10',
    ]))
  test('a locked dimension is never changed', () =>
    expect(
      ask(['duration', 'model']).changes.every(({ edits }) => edits.every(({ dimension }) => dimension !== 'model')),
    ).toBe(true))
  test('the smallest step down is offered beside the greatest', () =>
    expect(told(['model', 'resolution', 'audio'])).toEqual(['1 less: 88', '4 less: 22']))
  test('what is unread is not changed', () =>
    expect(
      known(cheaper({ card, feature: 'run', request: { ...request, audio: undefined }, on: ON })).changes.every(
        ({ edits }) => edits.every(({ dimension }) => dimension !== 'audio'),
      ),
    ).toBe(true))
  test('without a price there is nothing to compare', () =>
    expect(cheaper({ card, feature: 'run', request: { model: 'x' }, on: ON })).toEqual({ status: 'unpriced' }))
})
