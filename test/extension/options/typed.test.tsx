import { render } from 'preact'
import { beforeEach, expect, test, vi } from 'vitest'
import { english } from '../../../core/locales'
import { linked } from '../../../extension/linked'
import { Alerts } from '../../../extension/options/alerts'
import { GuardChoices } from '../../../extension/options/guard'
import { createOptions } from '../../../extension/options/state'
import { UpdatesSection } from '../../../extension/options/updates'
import { createPlan } from '../../../extension/plan/state'
import { addTask } from '../../../extension/plan/tasks'
import { TaskList } from '../../../extension/plan/list'
import { save } from '../../../extension/storage'
import { freshBrowser } from '../background/granted'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))
beforeEach(() => freshBrowser([]))

const field = (selector: string) => document.querySelector<HTMLInputElement>(selector)!
const type = (selector: string, text: string) => {
  field(selector).value = text
  field(selector).dispatchEvent(new Event('input', { bubbles: true }))
}
const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
const balance = (left: string) =>
  save(linked('m'), {
    kind: 'key',
    provider: 'meshy',
    tool: 'Meshy',
    addedAt: 1,
    account: { provider: 'meshy', id: 'm', currency: 'credits', balance: left, readAt: 1, from: 'connector' },
  })

test('what is being typed in the settings stays while they are read again', async () => {
  await balance('50')
  const options = createOptions(english)
  await options.read()
  render(
    <>
      <GuardChoices options={options} />
      <UpdatesSection updates={options.updates} />
      <Alerts locale={english} />
    </>,
    document.body,
  )
  const typed = { '#guard-above': '30', '#channel-url': 'https://updates.example/', '.low': '12' }
  for (const [selector, text] of Object.entries(typed)) type(selector, text)
  await balance('40')
  await options.read()
  await drawn()
  expect(Object.fromEntries(Object.keys(typed).map((it) => [it, field(it).value]))).toEqual(typed)
})
test('a number that is being typed in the plan stays while it is read again; one that is too small becomes what is kept', async () => {
  await addTask({ provider: 'runway', feature: 'act-two', request: {} }, 'a')
  const plan = createPlan(english)
  await plan.read()
  const List = () => <TaskList plan={plan} />
  render(<List />, document.body)
  type('#runs-a', '7')
  await balance('30')
  await plan.read()
  await drawn()
  expect(field('#runs-a').value).toBe('7')
  type('#runs-a', '0')
  field('#runs-a').dispatchEvent(new Event('change', { bubbles: true }))
  await expect.poll(() => field('#runs-a').value).toBe('1')
})
