import { beforeEach, expect, test, vi } from 'vitest'
import { english } from '../../../core/locales'
import { createPlan } from '../../../extension/plan/state'
import { addTask, MOST_TASKS, plannedTasks } from '../../../extension/plan/tasks'
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

test('what is added to the plan elsewhere stays, whatever is done here before it is read', async () => {
  for (const id of ['a', 'b', 'c']) await addTask({ provider: 'runway', feature: 'act-two', request: {} }, id)
  const plan = createPlan(english)
  await plan.read()
  const add = (id: string) => addTask({ provider: 'runway', feature: 'act-two', request: {} }, id)
  await add('d')
  await plan.edit('a', { runs: 2 })
  await add('e')
  await plan.move('a', 1)
  await add('f')
  await plan.remove('c')
  await add('g')
  await plan.undo()
  const wanted = [['b', 1], ['a', 2], ['c', 1], ...['d', 'e', 'f', 'g'].map((id) => [id, 1])]
  expect(await kept()).toEqual(wanted)
  expect(plan.tasks.value.map(({ id, runs }) => [id, runs])).toEqual(wanted)
})
test('a task taken away does not come back into a plan that is full by then', async () => {
  const add = (id: string) => addTask({ provider: 'runway', feature: 'act-two', request: {} }, id)
  for (let n = 0; n < MOST_TASKS; n++) await add(`task ${n}`)
  const plan = createPlan(english)
  await plan.read()
  await plan.remove('task 0')
  await add('another')
  await plan.undo()
  expect(await kept()).toHaveLength(MOST_TASKS)
  expect(plan.said.value).toContain(String(MOST_TASKS))
})
