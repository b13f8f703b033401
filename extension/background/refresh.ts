import { browser } from '../browser'
import { currentAccount, site, type Site } from '../site'
import { load } from '../storage'
import { refreshAccount } from './accounts'
import { due, refreshCard } from './cards'
import { refreshHistory } from './history'
import { sayTrouble } from './ledger-trouble'
import { noteReading, standingAt } from './note'
import { isOn, tellChanged } from './sites'

const apart = 250
/** After a press, in milliseconds: once at once, once when its vendor knows of it for certain; seconds may pass until it is booked. */
const soon = [250, 1000, 1000, 3000, 8000, 20_000]
/** Then in minutes, by alarm: the browser ends a background that waits for longer. After the last it is left to the page. */
const later = [1, 2, 4, 8]

type Run = { again: boolean; done: Promise<Site> }
const running = new Map<string, Run>()

/** Reads a site's card where that is due, and the account; tells the overlays when that is done. */
export async function refreshSite(origin: string, link: string | undefined, now: () => number): Promise<void> {
  const before = await load(site(origin))
  const url = link ?? before.card?.url
  // Without a card nobody knows where the account is; with one, both are read at once.
  if (!before.card) await refreshCard(origin, url, now())
  const card = due(before, now()) ? refreshCard(origin, url, now()) : undefined
  await Promise.all([card, readAgain(origin, now)])
  if (card) await tellChanged()
}

/** Reads the account again; calls that come while one reading is under way are answered by one more after it. */
export function readAgain(origin: string, now: () => number): Promise<Site> {
  const present = running.get(origin)
  if (present) {
    present.again = true
    return present.done
  }
  const run: Run = { again: false, done: Promise.resolve().then(loop) }
  running.set(origin, run)
  return run.done

  async function loop(): Promise<Site> {
    try {
      for (;;) {
        run.again = false
        const before = await load(site(origin))
        const kept = (await isOn(origin)) ? await refreshAccount(origin, now) : before
        const more = await noteReading(origin, before, kept)
        await tellChanged()
        if (more) void readOn(origin, kept, now)
        if (!run.again) return kept
        await wait(apart)
      }
    } finally {
      running.delete(origin)
    }
  }
}

/**
 * Reads the history behind an account. What it tells anew may have happened after the account was read, so that is read once more.
 * What cannot be read of the history is said in the account's row; what the ledger cannot keep, on the history page.
 */
async function readOn(origin: string, kept: Site, now: () => number): Promise<void> {
  try {
    if ((await refreshHistory(origin, kept, now)) === 0) return
    await tellChanged()
    await readAgain(origin, now)
  } catch (error) {
    await sayTrouble(error)
  }
}

/** Presses that are followed now, by site; a later one takes the place of the one before. */
const followed = new Map<string, { busy: number }>()

/**
 * Reads the account after a press until what is left has moved, no more runs are going than before and we count nothing as still to
 * be taken: a bounded number of times, ever further apart.
 */
export async function followPress(origin: string, now: () => number, pause = wait): Promise<void> {
  const before = await load(site(origin))
  const mine = { busy: Math.min(busyOf(before), followed.get(origin)?.busy ?? Infinity) }
  followed.set(origin, mine)
  for (const delay of soon) {
    await pause(delay)
    if (followed.get(origin) !== mine) return
    const kept = await readAgain(origin, now)
    const over = left(kept) !== left(before) && busyOf(kept) <= mine.busy
    if (over && (await isSure(origin, kept, now()))) return end(origin, mine)
  }
  end(origin, mine)
  if (busyOf(await load(site(origin))) > mine.busy) followLater(origin, mine.busy, 0)
}

/** Nothing is still to be taken, and nothing younger than the reading. */
async function isSure(origin: string, kept: Site, now: number): Promise<boolean> {
  const account = currentAccount(kept)
  const standing = await standingAt(origin, account, kept.card?.card, now)
  return standing.account === account && standing.overtaken === undefined
}

function end(origin: string, mine: { busy: number }) {
  if (followed.get(origin) === mine) followed.delete(origin)
}

const followAlarm = /^follow (\d) (\d{1,9}) (.+)$/

function followLater(origin: string, busy: number, step: number) {
  browser.alarms.create(`follow ${step} ${busy} ${origin}`, { delayInMinutes: later[step] })
}

/** Goes on following a press when an alarm of `followPress` rings; returns whether the alarm was one. */
export async function followOn(alarm: string, now: () => number): Promise<boolean> {
  const [, step, busy, origin] = followAlarm.exec(alarm) ?? []
  if (origin === undefined) return false
  if (!(await isOn(origin))) return true
  const next = Number(step) + 1
  if (busyOf(await readAgain(origin, now)) > Number(busy) && next < later.length)
    followLater(origin, Number(busy), next)
  return true
}

/** Runs going and waiting, as the account last said; 0 where it does not say. */
function busyOf(kept: Site): number {
  const account = currentAccount(kept)
  const slots = account?.limits?.find(({ kind }) => kind === 'concurrent')?.used
  return (account?.queue?.running ?? Number(slots ?? 0)) + (account?.queue?.waiting ?? 0)
}

function left(kept: Site): string {
  const account = currentAccount(kept)
  return JSON.stringify([account?.balance, account?.grants, account?.held])
}

const wait = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms))
