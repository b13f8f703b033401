import { beforeEach, expect, test, vi } from 'vitest'
import { english } from '../../../core/locales'
import { createPlan } from '../../../extension/plan/state'
import { addTask, plannedTasks } from '../../../extension/plan/tasks'
import { load } from '../../../extension/storage'
import { freshBrowser } from '../background/granted'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))
beforeEach(() => freshBrowser([]))

const kept = async () => (await load(plannedTasks)).tasks.map(({ id, runs }) => [id, runs])

test('what is done while the plan is being read stays, on the page and in storage', async () => {
  for (const id of ['a', 'b']) await addTask({ provider: 'runway', feature: 'act-two', request: {} }, id)
  const plan = createPlan(english)
  await plan.read()
  const reading = plan.read()
  await plan.edit('a', { runs: 2 })
  await reading
  await plan.edit('b', { runs: 3 })
  const wanted = [
    ['a', 2],
    ['b', 3],
  ]
  expect(plan.tasks.value.map(({ id, runs }) => [id, runs])).toEqual(wanted)
  expect(await kept()).toEqual(wanted)
})
