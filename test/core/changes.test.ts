import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changes, type Changes } from '../../core/changes'
import { estimate } from '../../core/estimate'
import { amountOf } from '../../core/signed'
import { add, toRange, ZERO, type Amount } from '../../core/amount'
import type { Range } from '../../core/result'
import { feature, request } from './random-feature'
import { cardOf } from './sample-card'

const ON = new Date('2026-11-10')
const sum = (ranges: Range[]): Range => toRange(ranges.reduce<Amount>((all, r) => add(all, signed(r)), ZERO))!
const signed = ({ low, high }: Range): Amount => ({ ...amountOf({ low, high }) })
const changed = (answer: Changes): Changes & { status: 'changed' } => {
  if (answer.status !== 'changed') throw new Error(`expected a change, got ${answer.status}`)
  return answer
}

const partly = fc
  .tuple(request, fc.subarray(['model', 'size', 'audio', 'seconds', 'images'], { maxLength: 2 }))
  .map(([r, unread]) => ({
    ...r,
    ...Object.fromEntries(unread.map((name) => [name, undefined])),
  }))

describe('what changed, on generated cards', () => {
  test('lines sum to their step, steps to the difference, and the difference to the totals (800 cards)', () =>
    fc.assert(
      fc.property(feature(), partly, partly, (f, before, after) => {
        const card = cardOf(f)
        const answer = changes(card, 'run', before, after, ON)
        if (answer.status !== 'changed') return
        const [a, b] = [before, after].map((r) => estimate(card, 'run', r, ON))
        if (a!.status === 'unpriced' || b!.status === 'unpriced') throw new Error('unpriced has no difference')
        expect(sum([a!.total, answer.difference])).toEqual(b!.total)
        expect(sum(answer.steps.map(({ difference }) => difference))).toEqual(answer.difference)
        for (const { lines, difference } of answer.steps)
          expect(sum(lines.map((l) => l.difference))).toEqual(difference)
        expect(answer.steps.flatMap(({ edits }) => edits)).toEqual(answer.edits)
      }),
      { numRuns: 800, seed: 61 },
    ))
})

describe('edits of a run of 5 s at 12 a second', () => {
  const card = cardOf({
    dimensions: {
      duration: { type: 'number', unit: 's', min: 1, max: 10 },
      quality: { type: 'choice', options: ['std', 'pro'] },
      audio: { type: 'toggle' },
    },
    charges: [
      { name: 'video', meter: 'duration', amount: { by: ['quality'], cells: { std: '12', pro: '20' } } },
      { name: 'sound', when: { audio: true }, amount: '7' },
    ],
  })
  const from = { duration: 5, quality: 'std', audio: false }
  const to = (rest: object) => changes(card, 'run', from, { ...from, ...rest }, ON)
  test('+36: 5 s to 8 s', () =>
    expect(changed(to({ duration: 8 }))).toMatchObject({
      difference: { low: '36', high: '36' },
      steps: [
        { edits: [{ dimension: 'duration', from: 5, to: 8 }], lines: [{ name: 'video', difference: { low: '36' } }] },
      ],
    }))
  test('a line that comes counts from nothing', () =>
    expect(changed(to({ audio: true })).steps[0]!.lines).toEqual([
      { name: 'sound', kind: 'charge', to: { low: '7', high: '7' }, difference: { low: '7', high: '7' } },
    ]))
  test('two edits are told one after the other', () =>
    expect(changed(to({ duration: 3, quality: 'pro' })).steps.map(({ difference }) => difference.low)).toEqual([
      '-24',
      '24',
    ]))
  test('5 and "5.0" are the same', () => expect(to({ duration: '5.0' })).toEqual({ status: 'same' }))
  test('to settings without a price there is no difference', () =>
    expect(to({ quality: 'ultra' })).toMatchObject({ status: 'unpriced', side: 'after' }))
  test('edits that only together have a price are told together', () => {
    const strict = cardOf({
      dimensions: { model: { type: 'choice', options: ['a', 'b'] }, size: { type: 'choice', options: ['s', 'l'] } },
      charges: [{ name: 'image', amount: { by: ['model', 'size'], cells: { a: { s: '1' }, b: { l: '5' } } } }],
    })
    expect(
      changed(changes(strict, 'run', { model: 'a', size: 's' }, { model: 'b', size: 'l' }, ON)).steps,
    ).toMatchObject([{ edits: [{ dimension: 'model' }, { dimension: 'size' }], difference: { low: '4', high: '4' } }])
  })
})
