import { amount, table } from '../core/locales/en.json'
import { totalText } from '../core/locales/estimates'
import { fill } from '../core/locales/message'
import { planRows } from '../core/plan-rows'
import { startingRequest } from '../core/present'
import type { RateCard, Request } from '../core/rate-card'
import type { Estimate } from '../core/result'
import { estimate } from '../core/estimate'
import { variantsOf, type Cell, type Variants } from '../core/variants'
import { featureName, wordsOf } from '../core/labels'
import { Notice } from './components/notice'
import { Sources } from './components/sources'
import { draw } from './draw'
import { attributes, ForecostElement, withProperties } from './element'
import { apology, english } from './english'
import type { ForecostCalculator } from './forecost-calculator'
import { sorry } from './sorry'
import { PlanTable } from './table/plan-table'
import { tableStyles } from './table/table.css'
import { VariantTable } from './table/variant-table'
import type { Shown } from './table/words'
import { reasonTexts } from './words'

Object.assign(english, { amount, table, reason: apology.reason, widget: { ...english.widget, ...apology.widget } })

/** Detail of `forecost-choose`: the cell whose price the reader pressed. */
export type ForecostChoice = { feature: string; settings: Request; estimate: Estimate }

/**
 * `<forecost-table card feature settings rows columns compare for lang theme>`: all variants of a feature with their prices, or with
 * `compare="plans"` the plans of the card side by side. `for` names a calculator that takes over the settings of a pressed price.
 */
export class ForecostTable extends ForecostElement {
  static override observedAttributes = [...attributes, 'rows', 'columns', 'compare', 'for']
  /** Dimensions down the side and across; without them those that change the price. `columns=""`: one column. */
  declare rows?: string
  declare columns?: string
  declare compare?: 'variants' | 'plans'
  /** The id of a `<forecost-calculator>` of the page. */
  declare for?: string

  constructor() {
    super(...tableStyles)
  }

  /** Every cell: settings and price, row by row; undefined until the card is there, and where plans are compared. */
  get variants(): Variants | undefined {
    const card = this.loaded
    if (!card) return undefined
    const axis = (name: 'rows' | 'columns') => this.given(name)?.toString()
    return variantsOf(card, this.featureId, this.wanted(), this.#on, { rows: axis('rows'), columns: axis('columns') })
  }

  #on = new Date()

  protected override paint(): void {
    // On a page that stays open prices change on their day.
    this.#on = new Date()
    const { locale, loaded: card } = this
    const { widget } = locale.messages
    draw(
      <div
        class={card ? 'box' : 'box waiting'}
        part="card"
        dir={locale.dir}
        lang={locale.intl}
        data-theme={this.given('theme')}
      >
        {this.problem ? (
          <Notice
            kind="error"
            text={sorry(this.problem, locale)}
            action={{ label: widget.retry, onPress: this.retry }}
          />
        ) : card ? (
          this.#body(card)
        ) : (
          <Notice kind="loading" text={this.speaking ? widget.loading : ''} />
        )}
      </div>,
      this.shade,
    )
  }

  #body(card: RateCard) {
    const { locale, featureId: feature } = this
    const shown = { card, feature, locale }
    const start = startingRequest(card, feature, this.wanted(), this.#on)
    const price = estimate(card, feature, start, this.#on)
    return [
      // A wide table scrolls in its place, by keyboard too.
      <div key="table" class="scroll" tabIndex={0} role="group" aria-label={featureName(card, feature)}>
        {this.given('compare') === 'plans' ? this.#plans(shown) : this.#variants(shown, price)}
      </div>,
      <footer key="footer" class="quiet" part="footer">
        <Sources estimate={price} locale={locale} />
      </footer>,
    ]
  }

  #plans(shown: Shown) {
    const { card, feature, locale } = shown
    const rows = planRows(card, feature, this.wanted(), this.#on)
    if (rows.length === 0) return <Notice kind="empty" text={locale.messages.table.noPlans} />
    const { plan: _, ...fixed } = startingRequest(card, feature, this.wanted(), this.#on)
    return <PlanTable {...shown} rows={rows} fixed={fixed} />
  }

  #variants(shown: Shown, price: Estimate) {
    const { variants, locale } = this
    const choose = this.given('for') ? this.#choose : undefined
    if (variants) return <VariantTable {...shown} variants={variants} choose={choose} />
    if (price.status === 'unpriced') {
      const why = reasonTexts(price.reasons, wordsOf(shown.card, shown.feature), locale)
      return <Notice kind="empty" text={totalText(price, locale)} detail={why.join('; ')} />
    }
    const text = fill(locale.messages.table.empty, { amount: totalText(price, locale) }, locale)
    return <Notice kind="empty" text={text} />
  }

  readonly #choose = ({ request: settings, estimate }: Cell): void => {
    const feature = this.featureId
    const detail: ForecostChoice = { feature, settings, estimate }
    const root = this.getRootNode() as Document | ShadowRoot
    const name = `forecost-calculator#${CSS.escape(String(this.given('for')))}`
    const target = root.querySelector<ForecostCalculator>(name)
    if (!this.say('choose', detail, { cancelable: true }) || !target) return
    // What else the reader set there stays; one that is not ready yet begins with it.
    if (target.values) target.show({ feature, settings })
    else Object.assign(target, { feature, settings })
    target.scrollIntoView({ block: 'nearest' })
  }
}
withProperties(ForecostTable, ['rows', 'columns', 'compare', 'for'])

/** Defines the element; where another copy of the script did so already, that copy stays. Does nothing on a server. */
export function defineTable(registry: CustomElementRegistry | undefined = globalThis.customElements): void {
  if (registry && !registry.get('forecost-table')) registry.define('forecost-table', ForecostTable)
}

declare global {
  interface HTMLElementTagNameMap {
    'forecost-table': ForecostTable
  }
  interface HTMLElementEventMap {
    'forecost-choose': CustomEvent<ForecostChoice>
  }
}
