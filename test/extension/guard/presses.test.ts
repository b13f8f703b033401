import { expect, test } from 'vitest'
import { pressesOf, type Step, type Verdict } from '../../../extension/guard/presses'

/** Plays steps ("start", "click" ...) and says what became of each, and how often was judged, asked and passed. */
function play(steps: string, verdicts: Verdict[], asks = () => undefined as void) {
  const counts = { judged: 0, asked: 0, passed: 0 }
  const verdictOn = pressesOf(
    () => verdicts[counts.judged++]!,
    () => void counts.passed++,
    () => {
      counts.asked++
      asks()
    },
  )
  let at = 0
  const out = steps.split(' ').map((step) => {
    if (step === 'wait') at += 5000
    return step === 'wait' ? [] : [verdictOn(step as Step, (at += 10))]
  })
  return { out: out.flat().join(' '), ...counts }
}

test.each([
  ['a click with the pointer', 'start other other click', ['stop'], 'stop stop stop stop', 1, 1, 0],
  ['and its submission', 'start other click submit', ['stop'], 'stop stop stop stop', 1, 1, 0],
  ['one that is let through', 'start other click submit', ['pass'], 'pass pass pass pass', 1, 0, 1],
  ['Enter, with its click and submission', 'key click submit other', ['stop'], 'stop stop stop stop', 1, 1, 0],
  ['one begun and not ended', 'start other start other click', ['stop', 'stop'], 'stop stop stop stop stop', 2, 1, 0],
  ['a click by a screen reader after another', 'start click click', ['pass', 'stop'], 'pass pass stop', 2, 1, 1],
  ['a submission long after', 'start click wait submit', ['pass', 'stop'], 'pass pass stop', 2, 1, 1],
  ['two presses', 'start click start click', ['stop', 'pass'], 'stop stop pass pass', 2, 1, 1],
] as const)('%s is one press each', (_, steps, verdicts, out, judged, asked, passed) => {
  expect(play(steps, [...verdicts])).toEqual({ out, judged, asked, passed })
})

test('a press goes through where nobody can be asked, with all that follows', () => {
  const failing = () => {
    throw new Error('no dialog')
  }
  expect(play('start click submit', ['stop'], failing).out).toBe('stop pass pass')
})
