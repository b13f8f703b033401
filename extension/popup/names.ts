import type { Signal } from '@preact/signals'
import type { Connector } from '../connecting/connector'
import { loadConnector } from '../connectors'

/** Connectors of the accounts that are shown, for their names and sources: loaded once the popup is painted. */
export type Names = Signal<Map<string, Connector>>

export const nameOf = (names: Names, provider: string): string | undefined => names.value.get(provider)?.name

/** Loads the connectors of these providers that are not there yet. */
export async function loadNames(names: Names, providers: string[]): Promise<void> {
  const missing = [...new Set(providers)].filter((provider) => !names.peek().has(provider))
  const found = await Promise.all(missing.map(loadConnector))
  const added = found.flatMap((it) => (it ? [[it.provider, it] as const] : []))
  if (added.length > 0) names.value = new Map([...names.peek(), ...added])
}
