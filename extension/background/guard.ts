import { settings } from '../settings'
import { change } from '../storage'

/** From now on the guard asks about runs that take more than this, and about no others. Changes nothing where it is off. */
export async function askOnlyAbove(above: string): Promise<void> {
  await change(settings, (was) => (was.guard ? { ...was, guard: { stops: false, above } } : was))
}
