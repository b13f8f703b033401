import { LedgerFull } from '../ledger/store'
import { trouble } from '../ledger/trouble'
import { change, load } from '../storage'

/** Does a piece of work on the ledger. That it failed is kept for the user to see until one succeeds again; it still throws. */
export async function noteTrouble<T>(work: () => Promise<T>): Promise<T> {
  try {
    const done = await work()
    if ((await load(trouble)).code !== undefined) await change(trouble, () => ({}))
    return done
  } catch (error) {
    await sayTrouble(error)
    throw error
  }
}

/** Keeps that the ledger could not be written or read, for the user to see. */
export async function sayTrouble(cause: unknown): Promise<void> {
  const code = cause instanceof LedgerFull ? ('full' as const) : ('broken' as const)
  await change(trouble, () => ({ code, at: Date.now() })).catch(() => undefined)
}
