import { answer, reason, share as words, surface } from '../../core/locales/en.json'
import type { Locale, Messages } from '../../core/locales'
import { own } from '../../core/own'
import type { RateCard } from '../../core/rate-card'
import { settingsTexts, toolLink } from '../../core/tool-link'
import { draw } from '../draw'
import type { ForecostCalculator, ForecostChange } from '../forecost-calculator'
import { hashOf, keepAddress } from '../share/address'
import { Bar, barStyle, type BarProps } from '../share/bar'
import { readerFrom } from '../share/reader'
import { priceJson, priceText } from '../share/text'
import { sheetOf } from '../tokens/sheets'

type Said = Pick<BarProps, 'said' | 'byHand'>
type Given = { given: (name: string) => unknown; rateCard: RateCard }
const lives = new WeakMap<ForecostCalculator, AbortController>()

/** Adds to a calculator what its attributes `state`, `share`, `tool` and `account` ask for, each time its card arrives. */
export function share(element: ForecostCalculator): void {
  if (lives.has(element)) return
  lives.set(element, new AbortController())
  const root = element.shadowRoot!
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(barStyle)]
  element.addEventListener('forecost-ready', ({ detail }) => begin(element, detail.features))
}

function begin(element: ForecostCalculator, features: readonly string[]): void {
  lives.get(element)!.abort()
  const life = new AbortController()
  lives.set(element, life)
  const key = text(element, 'state') || undefined
  if (key) keepAddress(element, key, features, life.signal)
  let said: Said = { said: '' }
  // The footer is there once the element has drawn itself; it draws in a microtask that was asked for before this one.
  const paint = (): void => queueMicrotask(() => drawBar(element, key, said, tell))
  const tell = (words: string, byHand?: string): void => {
    said = { said: words, byHand }
    paint()
  }
  element.addEventListener('forecost-change', () => tell(''), { signal: life.signal })
  paint()
}

function drawBar(
  element: ForecostCalculator,
  key: string | undefined,
  said: Said,
  tell: (said: string, byHand?: string) => void,
): void {
  const footer = element.shadowRoot!.querySelector('footer')
  if (!footer || !element.values) return
  let place = footer.querySelector(':scope > .shared')
  if (!place) {
    place = document.createElement('div')
    place.className = 'shared'
    footer.append(place)
  }
  draw(<Bar {...propsOf(element, key, said, tell)} />, place)
}

function propsOf(
  element: ForecostCalculator,
  key: string | undefined,
  said: Said,
  tell: (said: string, byHand?: string) => void,
): BarProps {
  const { given, rateCard } = element as unknown as Given
  const locale = whole(element.locale)
  const { share } = locale.messages
  const copies = (make: () => string | undefined) => () => {
    const words = make()
    void copyText(words).then(
      () => tell(share.copied),
      () => tell(share.refused, words),
    )
  }
  const shares = given.call(element, 'share') !== undefined
  const tool = text(element, 'tool')
  const account =
    given.call(element, 'account') === undefined ? undefined : text(element, 'account') || rateCard.endpoints?.account
  return {
    locale,
    ...said,
    copy: {
      ...(key && { link: copies(() => addressOf(element, key)) }),
      ...(shares && {
        text: copies(() => whenPriced(element, (values) => priceText(rateCard, values, locale))),
        json: copies(() => whenPriced(element, (values) => priceJson(rateCard, values))),
      }),
    },
    ...(tool && { tool: { href: linkTo(tool, element), open: (event) => asked(event, tool, element) } }),
    ...(account && { balance: () => void balance(element, account, rateCard, () => tell(share.balanceFailed)) }),
  }
}

/** English comes without what is said here, and a language that an author taught may lack it. */
function whole({ messages, ...locale }: Locale): Locale {
  const { setting } = answer
  const { share = words, ...rest } = messages as Partial<Messages>
  const reasons = messages.reason?.unread ? {} : { reason, surface }
  return { ...locale, messages: { ...rest, share, ...reasons, answer: { setting, ...rest.answer } } as Messages }
}

const text = (element: ForecostCalculator, name: string): string =>
  String((element as unknown as Given).given.call(element, name) ?? '')

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
  const address = new URL(tool, document.baseURI)
  // An address of a script is no tool.
  if (!/^https?:$/.test(address.protocol)) return ''
  return toolLink(address.href, { feature, settings: settingsTexts(settings), said, currency: estimate?.currency })
}

/** The page may do something else with a link to its tool: `forecost-open` can be stopped. */
function asked(event: Event, tool: string, element: ForecostCalculator): void {
  const href = linkTo(tool, element)
  ;(event.currentTarget as HTMLAnchorElement).href = href
  const opens = new CustomEvent('forecost-open', { detail: { href }, bubbles: true, composed: true, cancelable: true })
  if (!element.dispatchEvent(opens)) event.preventDefault()
}

async function balance(
  element: ForecostCalculator,
  address: string,
  card: RateCard,
  failed: () => void,
): Promise<void> {
  try {
    const reader = await readerFrom(address, element.values!.estimate?.currency || card.currency, Date.now())
    if (!element.isConnected) return
    const plan = reader.plan && own(card.plans, reader.plan) ? reader.plan : undefined
    element.show({ ...(plan && { plan }), balance: reader.balance })
    await element.reckonWith(reader.account).catch(console.warn)
    element.dispatchEvent(new CustomEvent('forecost-change', { detail: element.values, bubbles: true, composed: true }))
  } catch (error) {
    console.error(`<${element.localName}> ${String(error)}`)
    failed()
  }
}
