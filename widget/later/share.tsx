import { answer, share as words } from '../../core/locales/en.json'
import type { Locale } from '../../core/locales'
import { own } from '../../core/own'
import { settingsTexts, toolLink } from '../../core/tool-link'
import { alsoDraw, draw, placeIn } from '../draw'
import type { ForecostCalculator, ForecostChange } from '../forecost-calculator'
import { hashOf, keepAddress } from '../share/address'
import { Bar, barStyle, type BarProps } from '../share/bar'
import { readerFrom } from '../share/reader'
import { priceJson, priceText } from '../share/text'
import { sheetOf } from '../tokens/sheets'
import { withWords } from '../words'

type Said = Pick<BarProps, 'said' | 'byHand'>
type Tell = (said: string, byHand?: string) => void
const lives = new WeakMap<ForecostCalculator, AbortController>()

/**
 * Adds to a calculator what its attributes `state`, `share`, `tool` and `account` ask for, each time its card arrives. Called again when
 * one of them comes, changes or goes.
 */
export function share(element: ForecostCalculator): void {
  const root = element.shadowRoot!
  if (!lives.has(element)) {
    lives.set(element, new AbortController())
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(barStyle)]
    element.addEventListener('forecost-ready', () => begin(element, root))
  }
  if (element.rateCard) begin(element, root)
}

function begin(element: ForecostCalculator, root: ShadowRoot): void {
  lives.get(element)!.abort()
  const life = new AbortController()
  lives.set(element, life)
  const key = text(element, 'state') || undefined
  if (key) keepAddress(element, key, Object.keys(element.rateCard!.features), life.signal)
  let said: Said = { said: '' }
  const tell: Tell = (words, byHand) => {
    said = { said: words, byHand }
    paint()
  }
  // Whoever changed the price or the language, the bar is of what is shown.
  const paint = alsoDraw(root, () => drawBar(element, key, said, tell), life.signal)
  element.addEventListener('forecost-change', () => tell(''), { signal: life.signal })
  paint()
}

function drawBar(element: ForecostCalculator, key: string | undefined, said: Said, tell: Tell): void {
  const footer = element.shadowRoot!.querySelector('footer')
  if (!footer || !element.values) return
  draw(<Bar {...propsOf(element, key, said, tell)} />, placeIn(footer, 'shared'))
}

function propsOf(element: ForecostCalculator, key: string | undefined, said: Said, tell: Tell): BarProps {
  const locale = withWords(element.locale, { share: words, answer: { setting: answer.setting } })
  const tool = text(element, 'tool')
  const asked = element.given('account') !== undefined
  const account = asked && (text(element, 'account') || element.rateCard?.endpoints?.account)
  return {
    locale,
    ...said,
    copy: copiesOf(element, key, locale, tell),
    ...(tool && { tool: { href: linkTo(tool, element), open: (event) => opened(event, tool, element) } }),
    ...(account && { balance: () => void balance(element, account, locale.messages.share, tell) }),
  }
}

/** What copying offers: the address where it is kept, the price as text and as JSON where that was asked for. */
function copiesOf(element: ForecostCalculator, key: string | undefined, locale: Locale, tell: Tell): BarProps['copy'] {
  const { share } = locale.messages
  const card = element.rateCard!
  const copies = (make: () => string | undefined) => () => {
    const made = make()
    void copyText(made).then(
      () => tell(share.copied),
      () => tell(share.refused, made),
    )
  }
  return {
    ...(key && { link: copies(() => addressOf(element, key)) }),
    ...(element.given('share') !== undefined && {
      text: copies(() => whenPriced(element, (values) => priceText(card, values, locale))),
      json: copies(() => whenPriced(element, (values) => priceJson(card, values))),
    }),
  }
}

const text = (element: ForecostCalculator, name: string): string => String(element.given(name) ?? '')

async function copyText(words: string | undefined): Promise<void> {
  if (words === undefined) throw new Error('there is no price yet')
  await navigator.clipboard.writeText(words)
}

const whenPriced = (element: ForecostCalculator, make: (values: ForecostChange) => string): string | undefined => {
  const { estimate, ...set } = element.values!
  return estimate && make({ ...set, estimate })
}

function addressOf(element: ForecostCalculator, key: string): string {
  const hash = hashOf(element, key)
  return `${location.href.split('#')[0]!}${hash && `#${hash}`}`
}

function linkTo(tool: string, element: ForecostCalculator): string {
  const { feature, settings, estimate } = element.values!
  const said = !estimate || estimate.status === 'unpriced' ? undefined : estimate.total
  // An address of a script is no tool, nor is what is no address.
  const address = URL.canParse(tool, document.baseURI) && new URL(tool, document.baseURI)
  if (!address || !/^https?:$/.test(address.protocol)) return ''
  return toolLink(address.href, { feature, settings: settingsTexts(settings), said, currency: estimate?.currency })
}

/** The page may do something else with a link to its tool: `forecost-open` can be stopped. */
function opened(event: Event, tool: string, element: ForecostCalculator): void {
  const href = linkTo(tool, element)
  ;(event.currentTarget as HTMLAnchorElement).href = href
  const opens = new CustomEvent('forecost-open', { detail: { href }, bubbles: true, composed: true, cancelable: true })
  if (!element.dispatchEvent(opens)) event.preventDefault()
}

/** Whose account is being asked for: another press meanwhile asks for nothing. */
const asking = new WeakSet<ForecostCalculator>()

async function balance(element: ForecostCalculator, address: string, share: typeof words, tell: Tell): Promise<void> {
  if (asking.has(element)) return
  asking.add(element)
  tell(share.asking)
  const card = element.rateCard!
  try {
    const reader = await readerFrom(address, element.values!.estimate?.currency || card.currency, Date.now())
    if (!element.isConnected) return
    const plan = reader.plan && own(card.plans, reader.plan) ? reader.plan : undefined
    element.show({ ...(plan && { plan }), balance: reader.balance })
    await element.reckonWith(reader.account).catch(console.warn)
    element.dispatchEvent(new CustomEvent('forecost-change', { detail: element.values, bubbles: true, composed: true }))
  } catch (error) {
    console.error(`<${element.localName}> ${String(error)}`)
    tell(share.balanceFailed)
  } finally {
    asking.delete(element)
  }
}
