import { Instant } from '../../core/account'
import * as z from '../../core/zod'
import { Pressed } from '../messages'
import { Origin } from '../origin'
import { change, load, type Item } from '../storage'

/** A press as its page told it, and when we heard of it. */
const Unkept = z.strictObject({ origin: Origin, heard: Instant, press: Pressed })
export type Unkept = z.infer<typeof Unkept>

const most = 200

/** Presses that the ledger does not have yet, as of this moment or because the browser ended in between. */
export const unkept: Item<Unkept[]> = {
  key: 'unkept',
  version: 1,
  schema: z.array(Unkept).check(z.maxLength(most)),
  initial: () => [],
  migrations: {},
}

const nameOf = ({ origin, press }: Unkept) => `${origin} ${press.run}`

/**
 * Keeps a press before anything is read or counted, has `keep` bring it into the ledger, and forgets it only then. One that is told
 * twice waits once, with the time it was first heard. Where storage is full the ledger is tried all the same.
 */
export async function keepSafely(one: Unkept, keep: (one: Unkept) => Promise<void>): Promise<void> {
  const name = nameOf(one)
  const isOther = (other: Unkept) => nameOf(other) !== name
  const all = await change(unkept, (was) => (was.every(isOther) ? [...was, one].slice(-most) : was)).catch(() => [])
  await keep(all.find((other) => !isOther(other)) ?? one)
  await change(unkept, (was) => (was.every(isOther) ? was : was.filter(isOther)))
}

/**
 * Brings what an earlier background heard and did not get to into the ledger; returns how many those were. Entries have the press's own
 * name: none is doubled.
 */
export async function takeUp(keep: (one: Unkept) => Promise<void>): Promise<number> {
  const all = await load(unkept)
  for (const one of all) await keepSafely(one, keep).catch(() => undefined)
  return all.length
}
