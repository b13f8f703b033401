import type { RateCard } from '../../core/rate-card'
import { loadCard } from '../../core/rate-cards'
import { channelCard } from '../channel/kept'
import { readPolicy } from '../policy'
import { load } from '../storage'
import { channelInForce } from './channel'

/**
 * A provider's card as it is in force: the bundled one, or a newer one that the update channel brought. Where the organisation pins one,
 * that or none.
 */
export async function providerCard(provider: string): Promise<RateCard | undefined> {
  const [bundled, channel, { policy }] = await Promise.all([loadCard(provider), channelInForce(), readPolicy()])
  const part = channel && (await load(channelCard(provider)))
  const pinned = policy.pinnedCards && Object.hasOwn(policy.pinnedCards, provider)
  // Only what came as a file has bytes to be pinned by: the bundled card is none of those.
  if (pinned) return part?.sha256 === policy.pinnedCards![provider] ? part?.value : undefined
  const brought = part?.value
  if (!bundled || !brought) return bundled ?? brought
  return brought.version > bundled.version ? brought : bundled
}
