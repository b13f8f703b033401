import { site, type Site } from '../site'
import { load } from '../storage'
import { refreshAccount } from './accounts'
import { due, refreshCard } from './cards'
import { noteReading } from './note'
import { isOn, tellChanged } from './sites'

const apart = 250
/** After a press: seconds may pass until the charge is booked. Then it is left to the page or the next alarm. */
const afterPress = [250, 1000, 3000, 8000, 20_000]

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
  if (card) await tellChanged(origin)
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
        await noteReading(origin, before, kept)
        await tellChanged(origin)
        if (!run.again) return kept
        await wait(apart)
      }
    } finally {
      running.delete(origin)
    }
  }
}

/** Reads the account after a press until what is left has moved, a few times at most. */
export async function followPress(origin: string, now: () => number): Promise<void> {
  const before = left(await load(site(origin)))
  for (const delay of afterPress) {
    await wait(delay)
    if (left(await readAgain(origin, now)) !== before) return
  }
}

function left(kept: Site): string {
  const account = kept.accounts.find(({ id }) => id === kept.current)
  return JSON.stringify([account?.balance, account?.grants, account?.held])
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
