import { afterAll, beforeAll, expect, test } from 'vitest'
import { has, first, text } from './closed'
import { managedChromium } from './managed'
import { chip, readyChip, signIn, takeSeat, until, type Seat } from './seat'

const ID = 'geebamnfdnmcpgphfmffncfncmachgoa'
const managed = managedChromium(ID, {
  organisation: 'Polar Works',
  contact: 'Ines, ines@polar.example',
  caps: [{ provider: 'nordlys', currency: 'credits', max: '0.5', per: 'run' }],
  settings: { refreshEvery: 60 },
  guard: { stops: true, above: '30' },
})
const untried = 'untried' in managed ? managed.untried : undefined

let seat: Seat
beforeAll(async () => {
  if ('untried' in managed) return
  const own = process.env.FORECOST_CHROMIUM
  process.env.FORECOST_CHROMIUM = managed.command
  try {
    seat = await takeSeat('chromium')
  } finally {
    if (own === undefined) delete process.env.FORECOST_CHROMIUM
    else process.env.FORECOST_CHROMIUM = own
  }
})
afterAll(async () => {
  await seat?.close()
  if (!('untried' in managed)) managed.forget()
})

const CAP = /your organisation’s cap: 0\.5 a run/

test.skipIf(untried)(`a run above the organisation’s cap is never shown as allowed${said()}`, async () => {
  expect(seat.opened.ownPage('')).toContain(ID)
  await told()
  await signIn(seat, 'aiko', '/create/image')
  const seen: string[] = []
  await until(
    async () => {
      const now = await chip(seat)
      if (now?.text) seen.push(now.text)
      return now
    },
    (now) => now !== undefined && now.state === 'limit',
    'a chip under the cap',
  )
  expect((await readyChip(seat)).text).toMatch(CAP)
  expect(seen.filter((words) => !CAP.test(words))).toEqual([])
})
test.skipIf(untried)(`the popup says the same, and who says so${said()}`, async () => {
  const popup = await seat.opened.openOwn('/popup.html')
  const words = await until(
    () => popup.$eval('main', (main) => main.innerText),
    (now) => CAP.test(now),
    'the cap in the popup',
  )
  expect(words).toContain('Polar Works')
  await popup.close()
})
test.skipIf(untried)(`a locked setting cannot be changed, and says who locked it${said()}`, async () => {
  const options = await seat.opened.openOwn('/options.html')
  await options.waitForSelector('.locked')
  const tree = await seat.opened.tree(options)
  expect(text(first(tree, has('class', 'locked quiet'))!)).toBe('Locked by Polar Works')
  const select = await options.$$eval('select:disabled', (all) => all.map((one) => one.value))
  expect(select).toEqual(['60'])
  expect(await options.$eval('.policy', (section) => section.textContent)).toContain('At most 0.5 credits a run')
  await options.close()
})
test.skipIf(untried)(`a guard that is required can be made stricter, and only that${said()}`, async () => {
  const options = await seat.opened.openOwn('/options.html')
  await options.waitForSelector('.guard-stops input:disabled:checked')
  const above = await options.waitForSelector('#guard-above')
  for (const [typed, kept] of [
    ['300', '30'],
    ['20', '20'],
    ['', '30'],
  ] as const) {
    await above!.click({ count: 3 })
    await options.keyboard.press('Delete')
    await options.keyboard.type(typed)
    await options.keyboard.press('Tab')
    await until(
      () => above!.evaluate((box) => (box as HTMLInputElement).value),
      (value) => value === kept,
      `${kept} where ${typed || 'nothing'} was typed`,
    )
  }
  await options.close()
})

/** A browser hands its policy to an add-on a moment after installing it; nothing tells an add-on that it is still to come. */
async function told() {
  const options = await seat.opened.openOwn('/options.html')
  await until(
    () =>
      options.evaluate(async () => {
        const { storage } = (
          globalThis as unknown as { chrome: { storage: { managed: { get(k: null): Promise<object> } } } }
        ).chrome
        return Object.keys(await storage.managed.get(null)).length
      }),
    (parts) => parts > 0,
    'the policy',
  )
  await options.close()
  await seat.page.bringToFront()
}

/** Why it was not tried, where it was not: said in the report beside the name. */
function said(): string {
  return untried === undefined ? '' : ` (untried: ${untried})`
}
