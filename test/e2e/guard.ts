import type { Page } from 'puppeteer-core'
import { all, first, has, tag, text, type ShadowNode } from './closed'
import { click, type Opened } from './opened'
import { credits } from '../studio/pricing/credits'
import { pressGenerate } from './press'
import { readyChip, signIn, until, type Seat } from './seat'

/** Turns the guard on or off as the user does, on the options page. */
export async function setGuard(
  opened: Opened,
  { stops, above = '' }: { stops: boolean; above?: string },
): Promise<void> {
  const options = await opened.openOwn('/options.html')
  const box = (await options.waitForSelector('.guard-stops input'))!
  if ((await box.evaluate((it) => (it as HTMLInputElement).checked)) !== stops) await box.click()
  const field = (await options.$('#guard-above'))!
  await field.click({ clickCount: 3 })
  await options.keyboard.press('Backspace')
  if (above) await field.type(above)
  await options.keyboard.press('Tab')
  await until(
    () => kept(options),
    (guard) => (guard?.stops ?? false) === stops && (guard?.above ?? '') === above,
    'the setting to be kept',
  )
  await options.close()
}

const kept = (own: Page) =>
  own.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: any }).chrome
    const { settings } = await storage.local.get('settings')
    return settings && JSON.parse(settings.json).guard
  })

/** The question of the guard, as it is now. */
export async function question(opened: Opened, page: Page): Promise<ShadowNode | undefined> {
  return first(await opened.tree(page), has('role', 'alertdialog'))
}

export async function asked(opened: Opened, page: Page): Promise<ShadowNode> {
  return (await until(
    () => question(opened, page),
    (seen) => seen !== undefined,
    'the question',
  ))!
}

export async function gone(opened: Opened, page: Page): Promise<void> {
  await until(
    () => question(opened, page),
    (seen) => seen === undefined,
    'the question to go',
  )
}

/** Presses a button of the question by its words. */
export async function answer(opened: Opened, page: Page, words: string): Promise<void> {
  const button = all(await asked(opened, page), tag('button')).find((it) => text(it) === words)!
  await click(opened, page, button)
  await gone(opened, page)
}

/** A member with a few credits before a tool that takes more, once the guard is there. */
export async function shortOf(seat: Seat, left = 3): Promise<void> {
  const { store } = seat.studio
  await signIn(seat, 'kwame', '/create/video')
  store.setBalance(store.seatOf('kwame')!.workspace, credits(left))
  await seat.page.reload()
  await readyChip(seat)
  // The guard is brought once the page knows that it is wanted.
  await until(
    () => isStopped(seat),
    (it) => it,
    'the guard',
  )
}

/** Whether a press is asked about; the question is answered no. */
export async function isStopped(seat: Seat): Promise<boolean> {
  await pressGenerate(seat)
  const seen = await question(seat.opened, seat.page)
  if (seen) await seat.page.keyboard.press('Escape')
  if (seen) await gone(seat.opened, seat.page)
  return seen !== undefined
}
