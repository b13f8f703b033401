import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import { english } from '../../core/locales'
import { amountText, bareText } from '../../core/locales/format'
import { parsed, printed } from '../studio/pricing/credits'
import { free } from '../studio/store/grants'
import type { Line } from '../studio/store/history'
import type { Ending } from '../studio/store/model'
import { signedInAs } from '../studio/visitor'
import { disagreement, tellsOf, type Outcome } from './agreement'
import type { Step } from './combinations'
import { all, first, has, text, type ShadowNode } from './closed'
import { click } from './opened'
import { pressGenerate, leftFor } from './press'
import { chip, isFresh, readyChip, setControls, signIn, until, type Chip, type Seat } from './seat'

/** "25 credits", as every surface writes an amount of the studio. */
export const credited = (amount: string) => amountText(amount, 'credits', english)
/** "1,240", as every surface writes a bare amount. */
export const bare = (amount: string) => bareText(amount, 'credits', english)

/** One member at the studio: what the product says to them, and what the studio itself says of them over HTTP. */
export type Journey = Awaited<ReturnType<typeof setOut>>

/** A member signs in and opens a page. `answered`: what `watchPresses` gave. */
export async function setOut(seat: Seat, answered: () => Promise<Outcome>, member: string, path: string) {
  const { store } = seat.studio
  await signIn(seat, member, path)
  const own = await signedInAs(seat.studio, member)
  const begin = (await lines()).length

  async function lines(): Promise<Line[]> {
    return (await own.get('/api/history?limit=500')).body.entries as Line[]
  }
  /** What the studio says is left for this member. */
  const left = () => {
    const { workspace } = store.seatOf(member)!
    return printed(free(workspace, store.seatOf(member)!.member, store.now()))
  }
  return {
    own,
    store,
    left,
    seat: () => store.seatOf(member)!,
    account: async () => (await own.get('/api/account')).body,
    /** The studio's own lines since the journey began, oldest first. */
    charges: async () => (await lines()).slice(begin),
    lines,
    /** Fills in the form and presses Generate; what was said before must be what the studio took, and what it left. */
    async run(steps: Step[] = [], ending: Ending = 'done'): Promise<{ said: Chip; charged: string }> {
      const said = await set(seat, steps)
      store.endNext(ending)
      await pressGenerate(seat)
      const did = await answered()
      expect(disagreement(said, did)).toBeUndefined()
      const { charged } = did as Extract<Outcome, { charged: string }>
      store.finish()
      // Whatever became of the run: what is left now, a refund included.
      const rest = leftFor(store.seatOf(member)!, store.now()).left
      await until(
        () => chip(seat),
        (now) => isFresh(now) && tellsOf(now, rest),
        `a chip that counts with ${rest}`,
      )
      return { said, charged }
    },
    answered,
  }
}

/** Sets controls as `drive.page.js` does, and waits for a chip that counts with a balance. */
export async function set(seat: Seat, steps: Step[]): Promise<Chip> {
  await readyChip(seat)
  if (steps.length > 0) await setControls(seat, steps)
  return readyChip(seat)
}

/** Charges less what was given back, of the studio's own lines. */
export const netOf = (lines: Line[]): string =>
  printed(lines.reduce((sum, line) => sum + (line.refundOf ? -1 : 1) * parsed(line.amount), 0))

export const backOf = (lines: Line[]): string => netOf(lines.filter((line) => line.refundOf)).replace('-', '')

const overlay = (seat: Seat) => seat.opened.tree(seat.page, 'forecost-overlay')
export const panelWords = async (seat: Seat) => text(await overlay(seat))
export const words = async (seat: Seat, page: Page) => text(await seat.opened.tree(page))

/** Presses a button of the overlay by its words, once it is there. */
export async function pressOverlay(seat: Seat, label: string | RegExp): Promise<void> {
  const named = (node: ShadowNode) =>
    ['button', 'summary'].includes(node.name) &&
    (typeof label === 'string' ? text(node) === label : label.test(text(node)))
  const node = await until(
    async () => all(await overlay(seat), named).at(-1),
    (found) => found !== undefined,
    String(label),
  )
  await click(seat.opened, seat.page, node!)
}

/** Opens the panel of the chip where it is closed, and returns its words. */
export async function openPanel(seat: Seat): Promise<string> {
  const seen = (await chip(seat))!
  if (seen.node.attributes['aria-expanded'] !== 'true') await click(seat.opened, seat.page, seen.node)
  return until(
    async () => {
      const panel = first(await overlay(seat), has('part', 'panel'))
      return panel ? text(panel) : ''
    },
    (said) => said !== '',
    'the panel',
  )
}

/** Opens the panel and what is behind one click of it. */
export async function openMore(seat: Seat): Promise<string> {
  const said = await openPanel(seat)
  if (said.includes('What you can still make')) return said
  await pressOverlay(seat, 'Details')
  return panelSays(seat, 'What you can still make')
}

export const panelSays = (seat: Seat, wanted: string | RegExp) =>
  until(
    () => panelWords(seat),
    (said) => (typeof wanted === 'string' ? said.includes(wanted) : wanted.test(said)),
    String(wanted),
  )

/** Looks at one of our own pages until it says all that is wanted, and closes it. */
export async function ownPageSays(seat: Seat, path: string, wanted: (string | RegExp)[]): Promise<string> {
  const page = await seat.opened.openOwn(path)
  const said = await pageSays(seat, page, wanted)
  await leave(seat, page)
  return said
}

export async function pageSays(seat: Seat, page: Page, wanted: (string | RegExp)[]): Promise<string> {
  const misses = (said: string) =>
    wanted.filter((one) => (typeof one === 'string' ? !said.includes(one) : !one.test(said)))
  let said = ''
  await until(
    async () => {
      said = await words(seat, page)
      return { missing: misses(said).map(String), said: said.slice(0, 3000) }
    },
    ({ missing }) => missing.length === 0,
    'the page',
  )
  return said
}

export async function leave(seat: Seat, page: Page): Promise<void> {
  await page.close()
  await seat.page.bringToFront()
}

export type HistoryLine = { tool: string; said: string; charged: string; difference: string; status: string }

/** The history page of one member's account; lines as it shows them, newest first. */
export async function openHistory(seat: Seat, member: string): Promise<Page> {
  const page = await seat.opened.openOwn('/history.html')
  const filter = await page.waitForSelector('::-p-xpath(//label[span[.="Account"]]/select)')
  const value = await until(
    () =>
      filter!.evaluate(
        (box, name) =>
          [...(box as HTMLSelectElement).options].find((option) => option.text.includes(name))?.value ?? '',
        member,
      ),
    (found) => found !== '',
    `the account of ${member}`,
  )
  await filter!.evaluate((box, chosen) => {
    ;(box as HTMLSelectElement).value = chosen
    box.dispatchEvent(new Event('change', { bubbles: true }))
  }, value)
  return page
}

export const historyLines = (page: Page): Promise<HistoryLine[]> =>
  page.$$eval('.all .line:not(.go)', (rows) =>
    rows.map((row) => ({
      tool: row.querySelector('.tool')!.textContent!,
      said: row.querySelector('.said')!.textContent!,
      charged: row.querySelector('.charged')!.textContent!,
      difference: row.querySelector('.difference')!.textContent!,
      status: row.querySelector('.status')!.textContent!.trim(),
    })),
  )
