import { render } from 'preact'
import { beforeEach, expect, test, vi } from 'vitest'
import { english } from '../../../core/locales'
import { alertChoices } from '../../../extension/alerts/kept'
import { linked } from '../../../extension/linked'
import { Alerts, readAlertChoices } from '../../../extension/options/alerts'
import { load, save } from '../../../extension/storage'
import { freshBrowser } from '../background/granted'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))
beforeEach(async () => {
  freshBrowser([])
  for (const id of ['one', 'two'])
    await save(linked(id), {
      kind: 'key',
      provider: 'meshy',
      tool: id,
      addedAt: 1,
      account: { provider: 'meshy', id, currency: 'credits', balance: '50', readAt: 1, from: 'connector' },
    })
  await readAlertChoices()
  render(<Alerts locale={english} />, document.body)
})

test('two choices right after each other are both kept', async () => {
  for (const [at, input] of [...document.querySelectorAll<HTMLInputElement>('.low')].entries()) {
    input.value = String(10 + at)
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }
  await expect.poll(async () => (await load(alertChoices)).low).toEqual({ one: '10', two: '11' })
})
test('a choice made while the choices are read again stays on the page', async () => {
  const on = document.querySelector<HTMLInputElement>('input[type=checkbox]')!
  const reading = readAlertChoices()
  on.click()
  await reading
  await expect.poll(async () => (await load(alertChoices)).on).toBe(false)
  await expect.poll(() => document.querySelector('fieldset')!.disabled).toBe(true)
})
