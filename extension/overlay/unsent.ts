import type { Pressed } from '../messages'

/** Pauses before a press is told again, in milliseconds: a minute would be too long, it is told with its own time until then. */
const pauses = [50, 250, 500, 1000, 2000, 4000, 8000, 16_000]
/** A background that was ended may leave a message without any answer; then it is told again after this, in milliseconds. */
const PATIENCE = 2000

/**
 * Keeps presses until the background says that it has them: each is told again under its own name, which is kept once however often
 * it is told, a few times at most; and once more when the page is left. `say` answers undefined where nobody answered.
 */
export function createUnsent(say: (message: Pressed) => Promise<unknown>, page: EventTarget, life: AbortSignal) {
  const unsent = new Set<Pressed>()
  const tellLast = () => unsent.forEach((press) => void tell(press))
  page.addEventListener('pagehide', tellLast, { signal: life })

  async function tell(press: Pressed) {
    if ((await say(press)) !== undefined) unsent.delete(press)
  }
  async function keepTelling(press: Pressed) {
    unsent.add(press)
    for (const pause of pauses) {
      await Promise.race([tell(press), wait(PATIENCE)])
      if (!unsent.has(press)) return
      await wait(pause)
    }
    await tell(press)
  }
  return { keepTelling, count: () => unsent.size }
}

const wait = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms))
