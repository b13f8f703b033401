import { browser } from '../browser'
import { stopOf } from '../channel/allowed'
import { channelChoice, channelKept } from '../channel/kept'
import { channelOf } from '../channel/choice'
import { readPolicy } from '../policy'
import { patternTouches } from '../sites/match'
import { load } from '../storage'

/** Why an update keeps us from a site or a connector: it is switched off, or waits for a newer version of the add-on. */
export type Stop = 'disabled' | 'too-old'

const version = () => browser.runtime.getManifest().version

async function keptInForce() {
  const [choice, kept, { policy }] = await Promise.all([load(channelChoice), load(channelKept), readPolicy()])
  return channelOf(choice, policy.channel) ? kept : undefined
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

/** Whether the update channel, or the organisation, keeps a connector from being used. */
export async function connectorStop(connector: string): Promise<Stop | 'not-in-policy' | undefined> {
  const { policy } = await readPolicy()
  if (policy.connectors && !policy.connectors.includes(connector)) return 'not-in-policy'
  const kept = await keptInForce()
  return kept && stopOf(kept.connectors, connector, version())
}
