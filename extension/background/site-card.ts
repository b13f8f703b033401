import type { RateCard } from '../../core/rate-card'
import { chosen } from '../chosen'
import type { Site } from '../site'
import { providerAt } from '../sites/hosts'
import { load } from '../storage'
import { isPinned, pinsFor } from './pins'
import { providerCard } from './provider-card'
import { siteFilesAt } from './site-files'

/** `page`: stated by the site itself. `provider`: the card we ship for the provider whose site it is, or a signed update of it. */
export type CardFrom = 'page' | 'provider'

/**
 * The card that prices an origin: the site's own, unless another is pinned; where the site states none, that of the provider the user
 * chose, or its site file names, or whose own application it is.
 */
export async function siteCard(
  origin: string,
  { card }: Pick<Site, 'card'>,
): Promise<{ card: RateCard; cardFrom: CardFrom } | undefined> {
  if (card && isPinned(await pinsFor(origin), card.card.provider, card.sha256))
    return { card: card.card, cardFrom: 'page' }
  const [{ provider }, [file]] = await Promise.all([load(chosen(origin)), siteFilesAt(origin)])
  const whose = provider ?? file?.card.provider ?? providerAt(origin)
  const provided = whose && (await providerCard(whose))
  return provided ? { card: provided, cardFrom: 'provider' } : undefined
}
