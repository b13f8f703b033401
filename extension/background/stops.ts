import { browser } from '../browser'
import { stopOf } from '../channel/allowed'
import { channelChoice, channelKept } from '../channel/kept'
import { channelOf } from '../channel/choice'
import { patternTouches } from '../sites/match'
import { load } from '../storage'

/** Why an update keeps us from a site or a connector: it is switched off, or waits for a newer version of the add-on. */
export type Stop = 'disabled' | 'too-old'

const version = () => browser.runtime.getManifest().version

async function keptInForce() {
  const [choice, kept] = await Promise.all([load(channelChoice), load(channelKept)])
  return channelOf(choice, undefined) ? kept : undefined
}

/** Whether the update channel keeps the overlay from an origin; undefined where it does not, or is off. */
export async function siteStop(origin: string): Promise<Stop | undefined> {
  const kept = await keptInForce()
  if (!kept) return undefined
  const { sites } = kept
  return Object.keys(sites)
    .filter((id) => sites[id]!.match.some((pattern) => patternTouches(pattern, origin)))
    .map((id) => stopOf(sites, id, version()))
    .find(Boolean)
}

/** Whether the update channel keeps a connector from being used. */
export async function connectorStop(connector: string): Promise<Stop | undefined> {
  const kept = await keptInForce()
  return kept && stopOf(kept.connectors, connector, version())
}
