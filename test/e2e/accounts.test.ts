import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from './browsers'
import { openChromium } from './chromium'
import type { Opened } from './opened'
import { leaveAlone, until } from './seat'
import { openVendor } from './vendor'

// A person adds accounts in the options and sees them in the popup. The vendor is a server here, under the vendor's own name.

const host = 'api.meshy.ai'
const ofProjects = 'api.deepgram.com'
const secret = 'msy_a_secret_nobody_sees_again'

describe.skipIf(!findChromium())('accounts, in Chromium', () => {
  let vendor: Awaited<ReturnType<typeof openVendor>>
  let opened: Opened
  let options: Page
  beforeAll(async () => {
    vendor = await openVendor(host, ofProjects)
    opened = await openChromium({ args: vendor.args })
    options = await opened.openOwn('/options.html')
  })
  afterAll(async () => {
    await opened?.close()
    vendor?.close()
  })
  afterEach(() => leaveAlone({ opened, page: options }))

  const words = (page: Page) => page.evaluate(() => document.body.innerText)
  const says = (page: Page, wanted: string | RegExp) =>
    until(
      () => words(page),
      (text) => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)),
      String(wanted),
    )
  const press = async (page: Page, label: string) => {
    const button = await page.waitForSelector(`::-p-xpath(//button[normalize-space(.)="${label}"])`)
    await button!.click()
  }
  const popupSays = async (wanted: string | RegExp) => {
    const popup = await opened.openOwn('/popup.html')
    const text = await says(popup, wanted)
    await popup.close()
    await options.bringToFront()
    return text
  }

  test('with none, there is one sentence and one button', async () => {
    await says(options, 'Add an account to see what is left')
    expect(await options.$$eval('section[aria-labelledby=accounts] button', (all) => all.length)).toBe(1)
  })

  test('a key is added, asks for the vendor’s host then and only then, and its balance is in the popup', async () => {
    vendor.answers({ body: { balance: 1240 } })
    await press(options, 'Add an account')
    await options.type('input[type=search]', 'mesh')
    await options.click('input[name=vendor][value=meshy]')
    await options.type('input[name=key]', secret)
    await options.type('input[name=label]', 'Work')
    expect(vendor.seen).toHaveLength(0)
    await press(options, 'Add and test')
    await opened.accept(options, { origins: [`https://${host}/*`] })
    await says(options, 'It works: 1,240 credits')
    expect(vendor.seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/openapi/v1/balance', `Bearer ${secret}`],
    ])
    const text = await popupSays('1,240 credits')
    expect(text).toContain('Meshy')
    expect(text).toContain('Work')
  })

  test('the vendor’s host is no site of the overlay', async () => {
    expect(await words(options)).toContain('Forecost is allowed on no site.')
  })

  test('the key is nowhere a page of ours or storage could show it', async () => {
    const everything = await options.evaluate(async () => {
      const { storage } = (globalThis as unknown as { chrome: any }).chrome
      return JSON.stringify([
        await storage.local.get(null),
        await storage.session.get(null),
        document.documentElement.outerHTML,
      ])
    })
    expect(everything).toContain('linked:')
    expect(everything).not.toContain(secret)
  })

  test('asked again too soon, it says when it may be', async () => {
    await press(options, 'Test')
    await says(options, /It works: 1,240 credits\. The vendor may be asked again at/)
    expect(vendor.seen).toHaveLength(1)
  })

  test.each([
    ['401', { status: 401 }, 'key rejected'],
    ['402', { status: 402 }, 'out of credit'],
    ['429 with a time', { status: 429, headers: { 'Retry-After': '3600' } }, /asks to wait, until (\w+ \d+, )?\d/],
    ['a page', { body: '<!doctype html>' }, 'could not be understood'],
    ['a redirect', { status: 302, headers: { Location: 'https://evil.example/' } }, 'leads to another site'],
    ['a number in words', { body: { balance: 'twelve hundred' } }, 'could not be understood'],
    ['a list for a number', { body: { balance: [1240] } }, 'could not be understood'],
    ['a line that breaks off', { breaksOff: true }, 'no answer'],
    ['ten megabytes', { body: ' '.repeat(10_000_000) }, 'too large'],
  ] as const)(
    '%s is named here and in the popup, beside the last good balance with its age',
    async (_, reply, named) => {
      vendor.answers(reply)
      const before = vendor.seen.length
      await press(options, 'Change the key')
      await options.type('.key-form input[name=key]', 'msy_another')
      await press(options, 'Save and test')
      await until(
        async () => vendor.seen.length,
        (count) => count > before,
        'the vendor to be asked',
      )
      await options.waitForSelector('.outcome[data-ok]')
      await says(options, named)
      const text = await popupSays(named)
      expect(text).toContain('1,240 credits')
      expect(text).toMatch(/Balance read .*, not refreshed/)
    },
  )

  test('a balance under its mark is said once in the popup, and notifications are asked for at the opt-in', async () => {
    const mark = await options.waitForSelector('input.low')
    await mark!.type('2000')
    await options.keyboard.press('Enter')
    const popup = await opened.openOwn('/popup.html')
    const alert = 'Meshy · Work: only 1,240 credits left'
    const isGone = () =>
      until(
        () => words(popup),
        (text) => !text.includes(alert),
        'the alert to go',
      )
    await says(popup, alert)
    const toggle = async () => {
      await options.bringToFront()
      await options.click('.alert-choices input[type=checkbox]')
      await popup.bringToFront()
    }
    await toggle()
    await isGone()
    await toggle()
    await says(popup, alert)
    const speak = async (language: string, alert: string) => {
      await options.bringToFront()
      // The page is loaded anew in the other language.
      await Promise.all([options.waitForNavigation(), options.select('#language', language)])
      await popup.bringToFront()
      await says(popup, alert)
    }
    await speak('de', 'Meshy · Work: nur noch 1.240 Credits übrig')
    await speak('browser', alert)
    await press(popup, 'Got it')
    await isGone()
    await popup.close()
    await options.bringToFront()
    await (await options.waitForSelector('input[name=notify]'))!.click()
    await opened.accept(options, { permissions: ['notifications'] })
    await until(
      () => options.$eval('input[name=notify]', (box) => (box as HTMLInputElement).checked),
      (checked) => checked,
      'notifications to be on',
    )
  })

  test('a balance is written down by hand', async () => {
    await press(options, 'Add an account')
    await options.click('input[name=way][value=hand]')
    await options.waitForSelector('select option[value="card:runway"]')
    await options.select('.add-account select', 'card:runway')
    await options.type('input[name=balance]', '87.5')
    await press(options, 'Add')
    await says(options, 'entered by hand')
    expect(await popupSays('87.5 credits')).toContain('Runway')
  })

  test('what is taken away can be brought back', async () => {
    const rows = () => options.$$eval('.links > li', (all) => all.length)
    expect(await rows()).toBe(2)
    await press(options, 'Remove')
    await says(options, 'Meshy · Work removed.')
    await until(rows, (n) => n === 1, 'one row')
    await press(options, 'Undo')
    await until(rows, (n) => n === 2, 'the row to come back')
    await says(options, 'Work')
  })

  const fillIn = async (provider: string, fields: Record<string, string>) => {
    await press(options, 'Add an account')
    await (await options.waitForSelector(`input[name=vendor][value=${provider}]`))!.click()
    for (const [name, value] of Object.entries(fields)) await options.type(`input[name="${name}"]`, value)
  }
  const accountsIn = (page: Page) =>
    page.$$eval('section[aria-labelledby=accounts] .links > li', (all) =>
      all.map((row) => (row as HTMLElement).innerText),
    )

  test('a second key of the same vendor is another account, with its own name and balance', async () => {
    vendor.answers({ body: { balance: 55 } })
    await fillIn('meshy', { key: 'msy_of_another_team', label: 'Home' })
    await press(options, 'Add and test')
    await says(options, 'It works: 55 credits')
    const rows = (await accountsIn(options)).filter((row) => row.includes('Meshy'))
    const ofVendor = [
      ['Work', '1,240 credits'],
      ['Home', '55 credits'],
    ]
    expect(rows.map((row, at) => ofVendor[at]?.every((word) => row.includes(word)))).toEqual([true, true])
    const text = await popupSays('55 credits')
    expect(text).toContain('1,240 credits')
  })

  test('an account of an organisation is asked for by its id, which stands in its row', async () => {
    vendor.answers({ body: { balances: [{ amount: 12.5, units: 'usd' }] } })
    await fillIn('deepgram', { key: 'dg_key', 'id:project': 'nordlicht-7' })
    await press(options, 'Add and test')
    await opened.accept(options, { origins: [`https://${ofProjects}/*`] })
    await says(options, /It works: \$12\.50/)
    expect(vendor.seen.at(-1)?.url).toBe('/v1/projects/nordlicht-7/balances')
    expect((await accountsIn(options)).find((row) => row.includes('Deepgram'))).toContain('nordlicht-7')
  })
})
