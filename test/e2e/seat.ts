import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { english } from '../../core/locales'
import { startStudio, type Studio } from '../studio/server'
import { all, first, has, tag, text, type ShadowNode } from './closed'
import { openChromium } from './chromium'
import { openFirefox } from './firefox'
import type { Opened } from './opened'
import type { Step } from './combinations'

const drive = readFileSync(new URL('./drive.page.js', import.meta.url), 'utf8')
  .replace('export default ', '')
  .replace(/^\/\/.*$/gm, '')

const { standing } = english.messages

/** A person at the studio: a browser with the built add-on, allowed on the studio, and a page in front. */
export type Seat = Awaited<ReturnType<typeof takeSeat>>

export async function takeSeat(kind: 'chromium' | 'firefox') {
  let studio = await openStudio()
  const opened = kind === 'chromium' ? await openChromium() : await openFirefox()
  const page = await opened.browser.newPage()
  await page.goto(studio.url)
  await opened.grant('http://localhost/*')
  await page.bringToFront()
  /** Another studio at another address, of which the add-on knows nothing yet. */
  const move = async () => {
    const old = studio
    studio = await openStudio()
    await page.goto(studio.url)
    await old.close()
  }
  const close = async () => {
    await opened.close()
    await studio.close()
  }
  return {
    get studio() {
      return studio
    },
    opened,
    page,
    move,
    close,
  }
}

const openStudio = () => startStudio({ failRate: 0, seed: 7 })

/** Signs in as a member and opens one of the studio's pages. */
export async function signIn(seat: Seat, member: string, path: string): Promise<void> {
  const { page, studio } = seat
  const ask = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ member }) }
  await page.evaluate((given) => fetch('/api/session', given).then((r) => r.status), ask)
  await page.goto(studio.url + path)
}

/** Sets controls of the form in front, as `drive.page.js` does. */
export async function setControls({ page }: Pick<Seat, 'page'>, steps: Step[]): Promise<void> {
  await page.evaluate(`(${drive})(${JSON.stringify(steps)})`)
}

/** What a chip shows: the words a person reads, and the state its mark stands for. */
export type Chip = { text: string; state: string; node: ShadowNode }

export function chipsIn(tree: ShadowNode): Chip[] {
  return all(tree, has('part', 'chip')).map((node) => ({
    text: node.attributes.title ?? '',
    state: node.attributes['data-state'] ?? '',
    node,
  }))
}

/** The chip as it is now; undefined where there is none. */
export async function chip({ opened, page }: Pick<Seat, 'opened' | 'page'>): Promise<Chip | undefined> {
  return chipsIn(await opened.tree(page, 'forecost-overlay'))[0]
}

/** Leaves the seat as a test found it, also where that failed half way: nothing else is open, and its page is in front. */
export async function leaveAlone({ opened, page }: Pick<Seat, 'opened' | 'page'>): Promise<void> {
  for (const other of await opened.browser.pages()) if (other !== page) await other.close()
  await page.bringToFront()
}

/** Waits until `wanted` holds for what `look` finds, with the patience a busy machine needs; the last thing seen is in the error. */
export async function until<T>(look: () => Promise<T>, wanted: (seen: T) => boolean, what: string): Promise<T> {
  let seen: T | undefined
  for (let tries = 0; tries < 800; tries++) {
    seen = await look()
    if (wanted(seen)) return seen
    await wait(25)
  }
  throw new Error(`waited in vain for ${what}; last seen: ${JSON.stringify(seen)?.slice(0, 400)}`)
}

/** Whether a chip counts with a balance that is neither old nor being read. */
export const isFresh = (seen: Chip | undefined): seen is Chip =>
  seen !== undefined && seen.state !== '' && seen.state !== 'stale' && !seen.text.includes(standing.pending)

/** Waits for the chip of a page just opened, and until it knows the balance of whoever is signed in. */
export async function readyChip(seat: Pick<Seat, 'opened' | 'page'>): Promise<Chip> {
  return (await until(() => chip(seat), isFresh, 'a chip'))!
}

/** The words of the open panel, white space folded. */
export async function panelText({ opened, page }: Pick<Seat, 'opened' | 'page'>): Promise<string> {
  const panel = first(await opened.tree(page), has('part', 'panel'))
  return panel ? text(panel) : ''
}
export const overlays = async ({ opened, page }: { opened: Opened; page: Page }) =>
  all(await opened.tree(page), tag('forecost-overlay')).length
export type { Studio }
