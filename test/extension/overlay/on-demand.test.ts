import { beforeEach, expect, test } from 'vitest'
import { FromOverlay } from '../../../extension/messages'
import { forgetParts, offer, onDemand } from '../../../extension/overlay/on-demand'
import { panel } from '../../../extension/overlay/panel'
import { partNames } from '../../../extension/overlay/parts'

beforeEach(forgetParts)

/** A background that puts a part into the page, and counts how often it was asked to. */
function background(answers: boolean[] = [true]) {
  let asked = 0
  const bring = async () => {
    if (answers[asked++] ?? answers.at(-1)) offer('panel', panel)
  }
  return { bring, asked: () => asked }
}
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('nothing is brought before it is wanted', () => {
  const { bring, asked } = background()
  expect([onDemand('panel', bring).part.value, asked()]).toEqual([undefined, 0])
})
test('a part that is wanted again and again is brought once', async () => {
  const { bring, asked } = background()
  const { part, want } = onDemand('panel', bring)
  for (let times = 0; times < 5; times++) want()
  await settled()
  want()
  await settled()
  expect([part.value, asked()]).toEqual([panel, 1])
})
test('a part that did not come is asked for again at the next want', async () => {
  const { bring, asked } = background([false, true])
  const { part, want } = onDemand('panel', bring)
  want()
  await settled()
  expect([part.value, asked()]).toEqual([undefined, 1])
  want()
  await settled()
  expect([part.value, asked()]).toEqual([panel, 2])
})
test('a new overlay does not take what an old one had brought', async () => {
  const { bring, asked } = background()
  offer('panel', panel)
  forgetParts()
  onDemand('panel', bring).want()
  await settled()
  expect(asked()).toBe(1)
})
test.each(partNames)('the background is asked for "%s" by name', (part) =>
  expect(FromOverlay.safeParse({ kind: 'bring', part }).success).toBe(true),
)
test.each(['background', '../popup', ''])('and never for "%s"', (part) =>
  expect(FromOverlay.safeParse({ kind: 'bring', part }).success).toBe(false),
)
