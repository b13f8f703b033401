import { wordsOf } from '../../core/labels'
import { totalText } from '../../core/locales/estimates'
import { amountText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { listText } from '../../core/locales/reasons'
import { compareGuide, guideOf, type GuideLink } from '../../core/tool-link'
import type { Run } from './run'

/** Where the user came from a guide that named a price: whether it still holds for what is set here. Nothing is set for the user. */
export function Guide({ run, hash }: { run: Run; hash: string }) {
  const guide = guideOf(hash)
  const text = guide && guideText(run, guide)
  return text ? (
    <p class="guide" role="note">
      {text}
    </p>
  ) : null
}

/** "The guide said 40 credits; it is 44 credits now"; empty where it spoke of another tool, or named no price. */
export function guideText({ estimate, request, site }: Run, guide: GuideLink): string {
  const { card, locale } = site
  const { overlay } = locale.messages
  if (!card || guide.feature !== estimate.feature) return ''
  const { is, differs } = compareGuide(guide, estimate, request, card.features[guide.feature]!)
  const words = wordsOf(card, guide.feature)
  if (differs.length > 0)
    return fill(
      overlay.guideOther,
      {
        list: listText(
          differs.map((name) => words.dimension(name)),
          locale,
        ),
      },
      locale,
    )
  if (is === 'incomparable') return ''
  const said = amountText(guide.said!, guide.currency!, locale)
  if (is === 'same') return fill(overlay.guideSame, { said }, locale)
  return fill(overlay.guideChanged, { said, now: totalText(estimate, locale) }, locale)
}
