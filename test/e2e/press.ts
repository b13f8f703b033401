import type { Pressed } from '../studio/store/press'
import { printed } from '../studio/pricing/credits'
import { free } from '../studio/store/grants'
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
      done.push(outcomeOf(pressed, () => printed(free(seat.workspace, seat.member, store.now()))))
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

function outcomeOf(pressed: Pressed, left: () => string): Outcome {
  if ('run' in pressed) return { charged: printed(pressed.run.amount), left: left() }
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
