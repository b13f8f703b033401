import type { Page } from 'puppeteer-core'
import type { Permissions } from 'webextension-polyfill'

declare const chrome: { permissions: Permissions.Static }

/** Asks for a host pattern from an add-on's page, in a real click as browsers demand; resolves when the user has answered. */
export async function request(page: Page, pattern: string): Promise<boolean> {
  await page.bringToFront()
  const answered = page.evaluate(
    (origin) =>
      new Promise<boolean>((resolve, reject) => {
        document.addEventListener(
          'click',
          () => chrome.permissions.request({ origins: [origin] }).then(resolve, reject),
          { once: true },
        )
        document.documentElement.dataset.ready = 'yes'
      }),
    pattern,
  )
  await page.waitForSelector('html[data-ready]')
  await page.mouse.click(200, 200)
  return answered
}

/** Takes a host pattern back from an add-on's page. */
export async function remove(page: Page, pattern: string): Promise<void> {
  await page.evaluate(async (origin) => void (await chrome.permissions.remove({ origins: [origin] })), pattern)
}

type Wanted = { origins?: string[]; permissions?: string[] }

/** Whether the add-on holds host patterns and permissions now. */
export async function holds(page: Page, wanted: Wanted): Promise<boolean> {
  return page.evaluate((given) => chrome.permissions.contains(given as never), wanted)
}
