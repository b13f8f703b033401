import { own } from '../../core/own'
import type { State } from './release'

/** Whether a release lets a site or a connector run in this version of the add-on; else why not. */
export function stopOf(
  states: { [id: string]: State },
  id: string,
  version: string,
): 'disabled' | 'too-old' | undefined {
  const state = own(states, id)
  if (!state) return undefined
  if (state.disabled) return 'disabled'
  return state.minVersion !== undefined && !atLeast(version, state.minVersion) ? 'too-old' : undefined
}

/** Whether a version such as "0.10.0" is another or above it; missing parts are 0. */
export function atLeast(version: string, least: string): boolean {
  const [have, want] = [version, least].map((text) => text.split('.').map(Number)) as [number[], number[]]
  for (let i = 0; i < Math.max(have.length, want.length); i++) {
    const difference = (have[i] ?? 0) - (want[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}
