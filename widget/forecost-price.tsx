import { qualifierText, workingText } from '../core/locales/estimates'
import { worthText } from '../core/locales/format'
import { wordsOf } from '../core/labels'
import type { Estimate } from '../core/result'
import { priceStyles } from './calculator.css'
import { draw } from './draw'
import { ForecostElement } from './element'
import { loadWhole, rules, worthIn } from './pricing'

/**
 * `<forecost-price card feature settings lang>`: one price in running text, for settings that the author fixed; what is not set makes
 * it a range. Until the card is there, and where it cannot be used, the element's own content is shown.
 */
export class ForecostPrice extends ForecostElement {
  constructor() {
    super(...priceStyles)
  }

  /** The price; undefined until the card is there. */
  get estimate(): Estimate | undefined {
    return this.loaded && rules.estimate(this.loaded, this.featureId, this.wanted(), new Date())
  }

  protected override paint(): void {
    const { locale, estimate, loaded } = this
    if (!estimate || !loaded) {
      if (loaded) void loadWhole().then((here) => here && this.redraw())
      return draw(<slot />, this.shade)
    }
    const words = wordsOf(loaded, estimate.feature)
    const note = qualifierText(estimate, locale)
    const why = rules.reasonTexts(estimate.reasons, words, locale)
    const working = estimate.lines.map((line) => workingText(line, estimate.currency, words, locale)).filter(Boolean)
    const worth = worthIn(loaded, estimate)
    draw(
      <span class="n" part="total" title={[...working, ...why].join('; ')} dir={locale.dir} lang={locale.intl}>
        {rules.totalText(estimate, locale)}
        {worth && ` (${worthText(worth, locale)})`}
        {note && <span class="note"> {note}</span>}
      </span>,
      this.shade,
    )
  }
}
