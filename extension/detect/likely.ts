import type { RateCard } from '../../core/rate-card'
import { featureName } from '../../core/labels'
import { detectForms, type Scene } from './scan'
import { indexOfRun, tokens } from './tokens'
import { wordsIn } from './vocabulary'

/** A vendor and feature that the page may be, with how much of it was found. `sure`: nothing else comes near. */
export type Likely = { provider: string; feature: string; name: string; matched: number; of: number; sure: boolean }

const most = 5

/**
 * What a page is likely to sell by its scene, the likeliest first, at most five. It never decides between features that look alike:
 * `sure` is set on the first only where the site is the vendor's own (`own`: the provider whose card the site itself serves) and one
 * feature alone has what the page shows.
 */
export function likely(page: Document, scene: Scene, cards: RateCard[], own?: string): Likely[] {
  const said = wordsIn(`${page.title} ${page.location?.pathname.replace(/[/_-]+/g, ' ') ?? ''} ${headings(page)}`)
  const scored = cards.flatMap((card) => {
    const home = card.provider === own || isHome(page, card)
    return Object.entries(card.features).flatMap(([feature, { kind, dimensions }]) => {
      const forms = detectForms(scene, card, feature)
      const claims = Math.max(0, ...forms.map((form) => new Set(form.claims.map(({ dimension }) => dimension)).size))
      const choices = forms
        .flatMap((form) => form.claims)
        .filter(({ voices }) => voices.some(({ by }) => by === 'options')).length
      const named = kind !== undefined && indexOfRun(said, tokens(kind)) >= 0
      const score = claims + choices * 2 + (named ? 2 : 0)
      if (claims === 0) return []
      return [{ card, home, feature, claims, score: home ? score + 100 : score, of: Object.keys(dimensions).length }]
    })
  })
  scored.sort((a, b) => b.score - a.score || b.claims / b.of - a.claims / a.of)
  const lead = (scored[0]?.score ?? 0) - (scored[1]?.score ?? 0)
  return scored.slice(0, most).map(({ card, home, feature, claims, of }, i) => ({
    provider: card.provider,
    feature,
    name: `${card.name}: ${featureName(card, feature)}`,
    matched: claims,
    of,
    sure: i === 0 && home && (lead >= 3 || (scored.length === 1 && claims > 1)),
  }))
}

function headings(page: Document): string {
  return [...page.querySelectorAll('h1, h2, [aria-selected=true]')]
    .slice(0, 5)
    .map((it) => it.textContent?.slice(0, 60))
    .join(' ')
}

function isHome(page: Document, card: RateCard): boolean {
  const home = card.homepage && hostOf(card.homepage)
  const here = page.location?.hostname
  return !!home && !!here && (here === home || here.endsWith(`.${home}`))
}

function hostOf(url: string): string | undefined {
  try {
    return new URL(url).hostname.replace(/^(www|app)\./, '')
  } catch {
    return undefined
  }
}
