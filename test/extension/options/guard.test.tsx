import { render } from 'preact'
import { beforeEach, expect, test, vi } from 'vitest'
import { english } from '../../../core/locales'
import { GuardChoices } from '../../../extension/options/guard'
import { createOptions } from '../../../extension/options/state'
import { settings } from '../../../extension/settings'
import { load } from '../../../extension/storage'
import { freshBrowser } from '../background/granted'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))
beforeEach(() => freshBrowser([]))

test('two choices right after each other are both kept', async () => {
  render(<GuardChoices options={createOptions(english)} />, document.body)
  document.querySelector<HTMLInputElement>('.guard-stops input')!.click()
  const above = document.querySelector<HTMLInputElement>('#guard-above')!
  above.value = '30'
  above.dispatchEvent(new Event('change', { bubbles: true }))
  await expect.poll(async () => (await load(settings)).guard).toEqual({ stops: true, above: '30' })
})
