import type { RateCard } from '../../core/rate-card'
import { loadCard } from '../../core/rate-cards'
import { channelCard } from '../channel/kept'
import { load } from '../storage'
import { channelInForce } from './channel'

/** A provider's card as it is in force: the bundled one, or a newer one that the update channel brought. */
export async function providerCard(provider: string): Promise<RateCard | undefined> {
  const [bundled, channel] = await Promise.all([loadCard(provider), channelInForce()])
  const brought = channel && (await load(channelCard(provider)))?.value
  if (!bundled || !brought) return bundled ?? brought
  return brought.version > bundled.version ? brought : bundled
}
