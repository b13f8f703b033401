import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Server } from 'node:http'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../e2e/browsers'
import { buildWidget, serveSite } from './widget-site'

const executablePath = findChromium()
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

describe.skipIf(!executablePath)('answers of the built calculator', () => {
  let browser: Browser
  let page: Page
  let site: { origin: string; requests: string[]; server: Server }

  beforeAll(async () => {
    buildWidget()
    site = await serveSite()
    browser = await puppeteer.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
    page = await browser.newPage()
    await page.setViewport({ width: 390, height: 900 })
  })
  afterAll(async () => {
    await browser?.close()
    site?.server.close()
  })

  const asked = () => site.requests.filter((path) => path.startsWith('/forecost-answers.'))
  const inside = (what: string): Promise<string> =>
    page.evaluate(
      (what) => document.querySelector('#calculator')!.shadowRoot!.querySelector(what)?.textContent ?? '',
      what,
    )
  const lead = (is: string) => inside(`[data-is=${is}] strong`)

  test('are loaded by the pages that ask for them alone', async () => {
    await page.goto(`${site.origin}/`)
    await page.waitForFunction(() => document.querySelector('#calculator')?.shadowRoot?.querySelector('.total'))
    expect(asked()).toEqual([])
    await page.goto(`${site.origin}/answers`)
    await expect.poll(() => lead('afford')).toBe('6 runs')
    expect(asked()).toHaveLength(1)
  })

  test('open with the keyboard, follow the settings, and stay open', async () => {
    await page.evaluate(() =>
      document
        .querySelector('#calculator')!
        .shadowRoot!.querySelector<HTMLElement>('[data-is=lasting] summary')!
        .focus(),
    )
    await page.keyboard.press('Enter')
    const box = await page.evaluateHandle(() =>
      document.querySelector('#calculator')!.shadowRoot!.querySelector<HTMLInputElement>('#f-duration')!,
    )
    await box.asElement()!.focus()
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => inside('[data-is=lasting] summary span')).toBe('72 credits a month')
    expect(await lead('lasting')).toBe('lasts 5 months')
    expect(await inside('[data-is=lasting][open] strong')).toBe('lasts 5 months')
    expect(await page.evaluate(() => document.querySelector('#calculator')!.shadowRoot!.activeElement?.id)).toBe(
      'f-duration',
    )
  })

  test('break neither the page’s policy nor a rule of accessibility, and no line is cut off', async () => {
    await page.evaluate(() => {
      for (const one of document.querySelector('#calculator')!.shadowRoot!.querySelectorAll('details')) one.open = true
    })
    expect(await page.evaluate(() => (window as unknown as { reports: string[] }).reports)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await page.setBypassCSP(true)
    await page.evaluate(await readFile(axe, 'utf8'))
    const found = await page.evaluate(() =>
      (window as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }).axe.run(),
    )
    expect(found.violations.map(({ id }) => id)).toEqual([])
  })
})
