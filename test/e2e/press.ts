import type { Pressed } from '../studio/store/press'
import type { Seat as Sitting } from '../studio/store'
import { printed } from '../studio/pricing/credits'
import { capUsed, free, fromTeam, plannedDrain, spendable } from '../studio/store/grants'
import type { Outcome } from './agreement'
import { until, type Seat } from './seat'

/** Listens to what the studio does at each press; the studio itself is left as it is. */
export function watchPresses({ studio }: Seat): () => Promise<Outcome> {
  const { store } = studio
  const done: Outcome[] = []
  const generate = store.generate.bind(store)
  store.generate = (seat, asked) => {
    try {
      const pressed = generate(seat, asked)
      done.push(outcomeOf(pressed, () => leftFor(seat, store.now())))
      return pressed
    } catch (refusal) {
      done.push({ refused: (refusal as Error).message })
      throw refusal
    }
  }
  return async () => {
    await until(
      async () => done.length,
      (count) => count > 0,
      'the studio to answer the press',
    )
    return done.shift()!
  }
}

/** The most that one press of this member may take, found by trying what the studio itself would let through. */
export function leftFor({ workspace, member }: Sitting, now: number): { left: string; under?: 'cap' } {
  const grants = spendable(workspace, member, now)
  const used = capUsed(workspace, member, now)
  const passes = (amount: number) => fromTeam(plannedDrain(grants, amount)!) + used <= (member.cap ?? Infinity)
  const balance = free(workspace, member, now)
  let [most, over] = [0, balance + 1]
  while (over - most > 1) {
    const tried = Math.floor((most + over) / 2)
    if (passes(tried)) most = tried
    else over = tried
  }
  return { left: printed(most), ...(most < balance && { under: 'cap' }) }
}

function outcomeOf(pressed: Pressed, rest: () => { left: string; under?: 'cap' }): Outcome {
  if ('run' in pressed) return { charged: printed(pressed.run.amount), ...rest() }
  return { refused: 'stop' in pressed ? pressed.stop.code : pressed.short.code }
}

/** Presses Generate as the user does: a real pointer on the real button. */
export async function pressGenerate({ page }: Pick<Seat, 'page'>): Promise<void> {
  const button = await page.waitForSelector('form [data-rate-card-generate]:not([disabled])')
  await button!.evaluate((it) => it.scrollIntoView({ block: 'center', behavior: 'instant' }))
  // A person sees the button come to rest before pressing it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await button!.click()
}
