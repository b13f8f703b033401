import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { localeFor } from '../../core/locales'
import { chosenLocale } from '../../extension/locale'
import { settings } from '../../extension/settings'
import { save } from '../../extension/storage'
import { freshBrowser } from './background/granted'

vi.mock('webextension-polyfill', async () => {
  const { fakeBrowser } = await import('wxt/testing/fake-browser')
  return { default: fakeBrowser }
})

beforeEach(() => freshBrowser([]))
afterEach(() => vi.unstubAllGlobals())

test('a language is read from the add-on’s own files when it is chosen, once, and English asks for nothing', async () => {
  const rtl = await localeFor('qps-rtl')
  const fetching = vi.fn(async (_address: string) => new Response(JSON.stringify(rtl.messages)))
  vi.stubGlobal('fetch', fetching)
  expect((await chosenLocale()).language).toBe('en')
  expect(fetching).not.toHaveBeenCalled()
  await save(settings, { ...settings.initial(), language: 'qps-rtl' })
  fetching.mockRejectedValueOnce(new Error('gone'))
  expect((await chosenLocale()).language).toBe('en')
  const [one] = await Promise.all([chosenLocale(), chosenLocale()])
  expect(one).toMatchObject({ language: 'qps-rtl', dir: 'rtl', messages: rtl.messages })
  expect(String(fetching.mock.calls[1]![0])).toMatch(/locales\/qps-rtl\.json$/)
  expect(fetching).toHaveBeenCalledTimes(2)
})
