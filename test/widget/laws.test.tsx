import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { estimate } from '../../core/estimate'
import { english } from '../../core/locales'
import { totalText } from '../../core/locales/estimates'
import type { RateCard } from '../../core/rate-card'
import { loadCard } from '../../core/rate-cards'
import { times } from '../../core/worth'
import { ForecostCalculator } from '../../widget/forecost'
import { loadWhole } from '../../widget/pricing'
import { ownPage, ready, settle } from './page'
import { card as nord, now } from './states'

beforeAll(loadWhole)
ownPage()

const started = (given: Partial<ForecostCalculator>): Promise<ForecostCalculator> =>
  ready(Object.assign(new ForecostCalculator(), { lang: 'en', ...given }))

/** What people type into a box, sensible or not. */
const TYPED = ['', '0', '2', '7.5', '1e3', '-5', '99999', '5.0', 'auto']
type Control = HTMLInputElement | HTMLSelectElement

/** Uses one control of the form as a reader does: which, and how, by any two numbers. */
function use({ shadowRoot }: Element, which: number, how: number): void {
  const all = [...shadowRoot!.querySelectorAll<Control>('.controls input, .controls select')]
  const one = all[which % all.length]!
  if (one.matches('[type=radio], [type=checkbox]')) return one.click()
  const texts = one.matches('select') ? [...one.querySelectorAll('option')].map(({ value }) => value) : TYPED
  one.value = texts[how % texts.length]!
  one.dispatchEvent(new Event(one.matches('select') ? 'change' : 'input', { bubbles: true }))
}

/** All that is shown of the price, and the form it is of. */
const shown = ({ shadowRoot }: Element): string[] =>
  ['.result', '.form'].map((part) => shadowRoot!.querySelector(part)!.textContent)

/** What core says of these values, whatever came before them. */
function totalOf(card: RateCard, { feature, settings, runs }: NonNullable<ForecostCalculator['values']>): string {
  const one = estimate(card, feature, settings, new Date(now))
  return totalText(one.status === 'unpriced' ? one : { ...one, total: times(one.total, runs) }, english)
}

const course = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 8, maxLength: 12, size: 'max' })

test.each(['nord', 'adobe', 'elevenlabs', 'runway'])(
  'whatever a reader did before, %s shows the price of what is set now',
  async (provider) => {
    const card = provider === 'nord' ? nord : (await loadCard(provider))!
    const law = fc.asyncProperty(course, async (steps) => {
      const element = await started({ card })
      for (const [which, how] of steps) {
        use(element, which, how)
        await settle()
        const { estimate: _, ...values } = element.values!
        expect(element.shadowRoot!.querySelector('.total')!.textContent).toBe(totalOf(card, values))
        expect(shown(await started({ card, ...values }))).toEqual(shown(element))
      }
      document.body.replaceChildren()
    })
    await fc.assert(law, { numRuns: 18, seed: 7 })
  },
)
