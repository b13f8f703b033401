import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FromOverlay, type Pressed } from '../../../extension/messages'
import { createUnsent } from '../../../extension/overlay/unsent'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const press = (n: number): Pressed => {
  const message = { kind: 'pressed', run: `${n}-2-3-4`, at: 1_700_000_000_000, feature: 'clip', request: {} }
  return FromOverlay.parse(message) as Pressed
}

/** A background that answers each message in turn: kept, nobody there, or never. The last goes on. */
function background(answers: ('kept' | 'nobody' | 'never')[]) {
  const told: string[] = []
  const page = new EventTarget()
  const say = async ({ run }: Pressed) => {
    const answer = answers[told.length] ?? answers.at(-1)
    told.push(run)
    if (answer === 'never') await new Promise(() => undefined)
    return answer === 'kept' ? true : undefined
  }
  const life = new AbortController()
  return { ...createUnsent(say, page, life.signal), told, life, leave: () => page.dispatchEvent(new Event('pagehide')) }
}

test.each([
  ['that is kept is told once', ['kept'] as const, 1],
  ['that nobody heard is told again', ['nobody', 'nobody', 'kept'] as const, 3],
  ['that is never answered is told again', ['never', 'never', 'kept'] as const, 3],
])('a press %s, and no longer waits', async (_, answers, times) => {
  const { keepTelling, told, count } = background([...answers])
  void keepTelling(press(1))
  await vi.advanceTimersByTimeAsync(120_000)
  expect([told.length, new Set(told).size, count()]).toEqual([times, 1, 0])
})
test.each(['nobody', 'never'] as const)('a press answered by %s is told nine times and no more', async (answer) => {
  const { keepTelling, told, count } = background([answer])
  void keepTelling(press(1))
  await vi.advanceTimersByTimeAsync(600_000)
  expect([told.length, count()]).toEqual([9, 1])
})
test('when the page is left, each press that waits is told once more and the others are not', async () => {
  const { keepTelling, told, leave } = background(['kept', 'never', 'never', 'kept'])
  for (const n of [1, 2, 3]) void keepTelling(press(n))
  await vi.advanceTimersByTimeAsync(0)
  leave()
  expect(told).toEqual(['1-2-3-4', '2-2-3-4', '3-2-3-4', '2-2-3-4', '3-2-3-4'])
})
test('an overlay that was taken away tells nothing when the page is left', async () => {
  const { keepTelling, told, leave, life } = background(['never'])
  void keepTelling(press(1))
  life.abort()
  leave()
  expect(told).toHaveLength(1)
})
