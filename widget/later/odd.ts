import type { RateCard } from '../../core/rate-card'

/** What an attribute may say, where that is not for the card to tell: as the test of it, and for the author. */
const valid: [attribute: string, fits: RegExp, told: string][] = [
  ['theme', /^(light|dark)$/, 'light, dark'],
  ['density', /^(compact|normal|roomy)$/, 'compact, normal, roomy'],
  ['balance', /^\d+(\.\d+)?$/, 'a number'],
  ['runs', /^[1-9]\d{0,14}$/, 'a whole number'],
]

/** The script under any of its names. */
const OURS = /\/forecost(-\d[\w.-]*)?(\.iife)?\.js(\?|$)/
// Once for a page: what is loaded a second time is not run again.
const copies = new Set([...document.scripts].map(({ src }) => src).filter((src) => OURS.test(src)))
if (copies.size > 1) console.warn(`forecost: one of these is enough: ${[...copies].join(', ')}`)

type Asked = { given: (name: string) => unknown; localName: string }

/** Tells the author in the console of attributes that say what is nothing here: `plan="gold": the plans of Nord Studio are standard`. */
export function tell(element: Asked, card: RateCard): void {
  for (const odd of oddities(element, card)) console.warn(`<${element.localName}> ${odd}`)
}

function oddities(element: Asked, { name, plans: offered = {}, features }: RateCard): string[] {
  const said = (attribute: string): string => String(element.given(attribute) ?? '')
  const plain = valid.filter(([attribute, fits]) => said(attribute) && !fits.test(said(attribute)))
  const plans = Object.keys(offered)
  const feature = said('feature') || Object.keys(features)[0]!
  const dimensions = Object.keys(features[feature]?.dimensions ?? {})
  const settings = element.given('settings')
  const given =
    typeof settings === 'object' ? Object.keys(settings ?? {}) : [...new URLSearchParams(said('settings')).keys()]
  return [
    ...plain.map(([attribute, , told]) => `${attribute}="${said(attribute)}": it may be ${told}`),
    ...(said('plan') && !plans.includes(said('plan'))
      ? [`plan="${said('plan')}": the plans of ${name} are ${plans.join(', ') || 'none'}`]
      : []),
    ...given
      .filter((setting) => !dimensions.includes(setting))
      .map((setting) => `settings: "${setting}" is none of ${feature}, which has ${dimensions.join(', ')}`),
  ]
}
