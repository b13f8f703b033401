import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Page } from 'puppeteer-core'
import { all, text, type ShadowNode } from './closed'
import { click } from './opened'
import { pressGenerate, watchPresses } from './press'
import { chip, leaveAlone, readyChip, signIn, takeSeat, until, type Seat } from './seat'

const video = '/create/video'

describe('answers beyond the number, in the built add-on', () => {
  let seat: Seat
  beforeAll(async () => {
    seat = await takeSeat('chromium')
  })
  afterAll(() => seat?.close())
  beforeEach(() => {
    seat.studio.store.reset()
  })
  afterEach(() => leaveAlone(seat))

  const overlay = () => seat.opened.tree(seat.page, 'forecost-overlay')
  const words = async (page: Page) => text(await seat.opened.tree(page))
  const says = (page: Page, wanted: string) =>
    until(
      () => words(page),
      (seen) => seen.includes(wanted),
      wanted,
    )
  const named = (label: string | RegExp) => (node: ShadowNode) =>
    ['button', 'summary'].includes(node.name) &&
    (typeof label === 'string' ? text(node) === label : label.test(text(node)))

  /** Presses a button of the overlay once it is there. */
  async function press(label: string | RegExp) {
    const node = await until(
      async () => all(await overlay(), named(label)).at(-1),
      (found) => found !== undefined,
      String(label),
    )
    await click(seat.opened, seat.page, node!)
  }
  /** Opens the panel and what is behind one click of it. */
  async function openMore() {
    await signIn(seat, 'mateo', video)
    await readyChip(seat)
    await click(seat.opened, seat.page, (await chip(seat))!.node)
    await press('Details')
    return until(
      async () => text(await overlay()),
      (said) => said.includes('What you can still make'),
      'the answers',
    )
  }
  /** One of our own pages that the overlay opens in a tab. */
  async function opens(path: string, act: () => Promise<void>): Promise<Page> {
    const target = seat.opened.browser.waitForTarget((one) => one.url().includes(path), { timeout: 120_000 })
    await act()
    return (await (await target).page())!
  }

  test('one click of the panel tells what can be made, what is cheaper and what it takes until one is kept', async () => {
    const said = await openMore()
    expect(said).toContain('Cheaper')
    expect(said).toContain('Until you keep one')
    expect(said).toMatch(/Assuming one in 3 is kept, until more of your runs are marked \(0 so far\)/)
  })

  test('the same job is compared with other vendors, and who is left out is said with the reason', async () => {
    await openMore()
    const page = await opens('/compare.html', () => press('Compare with other vendors'))
    const said = await until(
      () => words(page),
      (seen) => seen.includes('Not compared'),
      'the comparison',
    )
    expect(said).toContain('published for the API only')
    expect(said).toMatch(/instead of|no setting for/)
  })

  test('what the overlay adds to the plan is ordered by keyboard, ends where the money ends, and comes back by undo', async () => {
    await openMore()
    await press('Add to plan')
    await until(
      async () => text(await overlay()),
      (said) => said.includes('Plan: 1 task'),
      'the first task',
    )
    await press('Add to plan')
    await until(
      async () => text(await overlay()),
      (said) => said.includes('Plan: 2 tasks'),
      'the second task',
    )
    const page = await opens('/plan.html', () => press('Plan: 2 tasks'))
    await page.waitForSelector('li[data-task] .handle')
    const ids = () => page.$$eval('li[data-task]', (rows) => rows.map((row) => row.getAttribute('data-task')))
    const before = await ids()
    await page.focus('li[data-task] .handle')
    await page.keyboard.press('ArrowDown')
    await until(ids, (now) => now[0] === before[1], 'the other order')
    const focused = () => page.evaluate(() => document.activeElement?.className ?? '')
    await until(focused, (name) => name.includes('handle'), 'the focus on the handle that was moved')
    await says(page, 'is now 2 of 2')

    const grip = await (await page.$('li[data-task] .handle'))!.boundingBox()
    const below = await (await page.$('li[data-task]:last-of-type'))!.boundingBox()
    await page.mouse.move(grip!.x + grip!.width / 2, grip!.y + grip!.height / 2)
    await page.mouse.down()
    await page.mouse.move(grip!.x, below!.y + below!.height / 2, { steps: 4 })
    await page.waitForSelector('[data-drag=dragged] + [data-drag=over]')
    await page.mouse.up()
    await until(ids, (now) => now[0] === before[0], 'the order before, by dragging')
    await page.waitForSelector('[data-drag]', { hidden: true })

    await page.click('li[data-task]:last-of-type .numbers summary')
    await page.$eval('li[data-task]:last-of-type input[id^=runs]', (box) => {
      ;(box as HTMLInputElement).value = '9999'
      box.dispatchEvent(new Event('change', { bubbles: true }))
    })
    const said = await until(
      () => words(page),
      (seen) => seen.includes('The money ends here'),
      'the end of the money',
    )
    expect(said).toMatch(/short in all/)
    expect(said).toMatch(/Uses [\d,.]+ of your/)

    await page.click('li[data-task] [title=Remove]')
    await until(ids, (now) => now.length === 1, 'one task less')
    await page.click('.undo .button')
    await until(ids, (now) => now.length === 2, 'the task again')
    await page.reload()
    await page.waitForSelector('li[data-task]')
    expect((await ids()).length).toBe(2)
  })

  test('an empty plan says how to begin, and takes a task from its own form', async () => {
    const page = await seat.opened.openOwn('/plan.html')
    for (;;) {
      const button = await page.$('li[data-task] [title=Remove]')
      if (!button) break
      const count = (await page.$$('li[data-task]')).length
      await button.click()
      await until(
        async () => (await page.$$('li[data-task]')).length,
        (left) => left < count,
        'one task less',
      )
    }
    await says(page, 'Nothing planned yet')
    await page.click('.add-task summary')
    await page.waitForSelector('.add-task select')
    await page.select('#vendor', 'runway')
    // Its card is brought before the form is Runway's.
    await page.waitForSelector('::-p-xpath(//select[@id="tool"]/option[.="Act-Two"])')
    await page.click('.add-task [type=submit]')
    await until(
      async () => (await page.$$('li[data-task]')).length,
      (count) => count === 1,
      'the task',
    )
    await says(page, 'No account to compare with')
    await page.click('li[data-task] [title=Remove]')
    await until(
      () => page.evaluate(() => document.activeElement?.closest('.undo') !== null),
      (isThere) => isThere,
      'the focus on what takes it back',
    )
    await page.keyboard.press('Enter')
    await until(
      () => page.evaluate(() => document.activeElement?.className ?? ''),
      (focused) => focused.includes('handle'),
      'the focus on the task that came back',
    )
  })
  test('a run marked as kept counts in what it takes until one is kept', async () => {
    await openMore()
    const answered = watchPresses(seat)
    await pressGenerate(seat)
    await answered()
    seat.studio.store.finish()
    // Pressing on the page closed the panel; what was open in it is open again.
    await click(seat.opened, seat.page, (await chip(seat))!.node)
    await until(
      async () => text(await overlay()),
      (said) => said.includes('Your last run here'),
      'the last run',
    )
    await press('Kept')
    await until(
      async () => text(await overlay()),
      (said) => said.includes('(1 so far)'),
      'the mark to count',
    )
  })

  test('the popup says how long credits last from the real charges, and is silent where there are too few', async () => {
    await signIn(seat, 'mateo', video)
    await readyChip(seat)
    const popup = await seat.opened.openOwn('/popup.html')
    const said = await until(
      () => words(popup),
      (seen) => /Lasts (until about|beyond)|May run out/.test(seen),
      'a forecast',
    )
    expect(said).toMatch(/from \d+ charges/)
    expect(said).toMatch(/About [\d.,]+ credits a day/)
    expect(await popup.$('.forecast svg[role=img]')).not.toBeNull()
    await popup.close()
    await seat.page.bringToFront()
    await signIn(seat, 'tom', video)
    await until(
      () => chip(seat),
      (seen) => seen?.state === 'not-permitted',
      'a viewer',
    )
    const other = await seat.opened.openOwn('/popup.html')
    await until(
      () => words(other),
      (seen) => seen.includes('No charges yet: no forecast'),
      'silence',
    )
  })

  test('the side panel shows what the popup shows, and the browser warns of nothing for it', async () => {
    await signIn(seat, 'mateo', video)
    const chipText = (await readyChip(seat)).text
    const side = await seat.opened.openOwn('/sidepanel.html')
    await until(
      () => words(side),
      (seen) => seen.includes(chipText),
      'the price in the side panel',
    )
    const warnings = await side.evaluate(async () => {
      type Management = { getPermissionWarningsByManifest(text: string): Promise<string[]> }
      const manifest = await (await fetch('/manifest.json')).text()
      const { management } = (globalThis as unknown as { chrome: { management: Management } }).chrome
      return management.getPermissionWarningsByManifest(manifest)
    })
    expect(warnings).toEqual([])
  })
})
