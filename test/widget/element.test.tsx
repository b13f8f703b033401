import { beforeAll, expect, test, vi } from 'vitest'
import { estimate } from '../../core/estimate'
import { english, localeFor } from '../../core/locales'
import { totalText } from '../../core/locales/estimates'
import type { RateCard } from '../../core/rate-card'
import { addLanguage, ForecostCalculator, type ForecostChange } from '../../widget/forecost'
import { loadWhole } from '../../widget/pricing'
import { enter, ownPage, settle } from './page'
import { card, now, states } from './states'

// What a range or a refusal loads is here from the start; test/built sees it come.
beforeAll(loadWhole)
ownPage()

const root = (element: Element) => element.shadowRoot!
const text = (element: Element, what: string) => root(element).querySelector(what)?.textContent ?? ''

async function put<Name extends 'forecost-calculator' | 'forecost-price'>(
  name: Name,
  given: { [name: string]: unknown } = {},
) {
  const element = document.createElement(name) as HTMLElementTagNameMap[Name]
  for (const [key, value] of Object.entries({ card: JSON.stringify(card), ...given }))
    if (typeof value === 'string') element.setAttribute(key, value)
  for (const [key, value] of Object.entries(given))
    if (typeof value !== 'string') (element as unknown as { [key: string]: unknown })[key] = value
  document.body.append(element)
  await settle()
  return element
}
const calculator = (given = {}) => put('forecost-calculator', { feature: 'video', ...given })

const SETTINGS = 'model=gen4&duration=5&resolution=720p&variants=1'

test.each(
  states.filter(({ now: on, request }) => on === now && Object.values(request).every((value) => value !== undefined)),
)('one price prints what every surface prints: $name', async ({ feature, request, estimate }) => {
  const price = await put('forecost-price', { feature, settings: request })
  const worth = estimate.status === 'unpriced' ? '' : / \(.*\)/.exec(text(price, '[part~=total]'))![0]
  expect(
    text(price, '[part~=total]')
      .replace(worth, '')
      .replace(/ third-party copy$/, ''),
  ).toBe(totalText(estimate, english))
})

test('settings that the author leaves out make one price a range', async () => {
  expect(
    text(
      await put('forecost-price', { feature: 'video', settings: 'model=turbo&duration=5&variants=1' }),
      '[part~=total]',
    ),
  ).toContain(
    totalText(estimate(card, 'video', { model: 'turbo', duration: '5', variants: '1' }, new Date(now)), english),
  )
})

test('the calculator shows the price of the author’s settings, its worth, and the working', async () => {
  const element = await calculator({ settings: SETTINGS })
  expect(text(element, '.total')).toBe('60 credits')
  expect(text(element, '.result')).toContain('≈ $0.60')
  expect(text(element, '.bill')).toContain('5 s × 12 credits per second')
  expect(element.estimate).toMatchObject({ status: 'exact', total: { low: '60', high: '60' } })
})

test('it prices again at every key press, and tells the page', async () => {
  const element = await calculator({ settings: SETTINGS })
  const changes: ForecostChange[] = []
  element.addEventListener('forecost-change', (event) => changes.push(event.detail))
  enter(element, 'f-duration', '7')
  expect(text(element, '.total')).toBe('84 credits')
  expect(changes).toMatchObject([{ feature: 'video', settings: { duration: '7' }, estimate: { total: { low: '84' } } }])
})

test('an emptied number is not known, and the price is a range', async () => {
  const element = await calculator({ settings: SETTINGS })
  enter(element, 'f-duration', '')
  expect(text(element, '.total')).toBe('24–120 credits')
  expect(text(element, '.result .reasons')).toBe('not known: Duration')
})

test('a number past its limits is marked, and there is no price', async () => {
  const element = await calculator({ settings: SETTINGS })
  enter(element, 'f-duration', '11')
  expect(text(element, '.total')).toBe('price not known')
  expect(root(element).querySelector('#f-duration')!.getAttribute('aria-invalid')).toBe('true')
})

test('a dimension that exists only under another comes and goes with it, and the focus stays', async () => {
  const element = await calculator({ settings: SETTINGS })
  const sound = root(element).querySelector<HTMLInputElement>('#f-audio')!
  sound.focus()
  sound.click()
  expect(root(element).querySelectorAll('input[name=f-voice]')).toHaveLength(2)
  expect(text(element, '.total')).toBe('70 credits')
  expect(root(element).querySelector('#f-audio')).toBe(sound)
  sound.click()
  expect(root(element).querySelectorAll('input[name=f-voice]')).toHaveLength(0)
})

test('what comes into being under a setting starts as the author has it', async () => {
  const element = await calculator({ settings: `${SETTINGS}&voice=bright` })
  root(element).querySelector<HTMLInputElement>('#f-audio')!.click()
  expect(element.values!.settings['voice']).toBe('bright')
})

test('beside a number that is left to the vendor stands its unit', async () => {
  const element = await calculator({ settings: `${SETTINGS}&duration=auto` })
  expect(text(element, '.number').trim()).toBe('s')
  expect(root(element).querySelector('input[type=range]')!.getAttribute('aria-valuetext')).toBe(null)
})

test('slider and box show one number', async () => {
  const element = await calculator({ settings: SETTINGS })
  enter(element, 'f-duration', '8')
  expect(root(element).querySelector<HTMLInputElement>('input[type=range]')!.value).toBe('8')
})

test.each([
  ['1e3', '60,000 credits'],
  ['5000000000', '300,000,000,000 credits'],
  ['1.5', '60 credits'],
  ['0', '60 credits'],
  ['-2', '60 credits'],
  ['', '60 credits'],
])('%s runs come to %s: a whole number however it is typed, else one', async (typed, total) => {
  const element = await calculator({ settings: SETTINGS })
  enter(element, 'runs', typed)
  expect(text(element, '.total')).toBe(total)
})

test('a list shows what was set, though it is none of its options, and each option can be chosen', async () => {
  const element = await calculator({ settings: 'model=gen4&duration=5&resolution=8k&variants=1' })
  const list = () => root(element).querySelector<HTMLSelectElement>('#f-resolution')!
  expect(list().selectedOptions[0]!.textContent).toBe('8k')
  enter(element, 'f-resolution', '480p')
  expect(text(element, '.total')).toBe('40 credits')
  expect([...list().options].map(({ value }) => value)).toEqual(['480p', '720p', '1080p', '1440p', '4k'])
})

test('runs multiply the total exactly, and the single price stays beside it', async () => {
  const element = await calculator({ settings: SETTINGS })
  enter(element, 'runs', '300')
  expect(text(element, '.total')).toBe('18,000 credits')
  expect(text(element, '.result')).toContain('300 runs a month at 60 credits')
})

test.each([
  ['625', '1', 'of 625 leaves 565 · 9 more like this'],
  ['60', '1', 'of 60 leaves 0 · no more like this'],
  ['48', '1', 'of 48: 12 short'],
  ['625', '10', 'of 625 leaves 25 · no more like this'],
])('a balance of %s and %s runs reads “%s”', async (balance, runs, words) => {
  const element = await calculator({ settings: SETTINGS, balance })
  enter(element, 'runs', runs)
  expect(text(element, '.result')).toContain(words)
})

test('a plan brings what it allots, unless a balance is given', async () => {
  expect(text(await calculator({ settings: SETTINGS, plan: 'standard' }), '.result')).toContain('of 625 leaves 565')
  expect(text(await calculator({ settings: SETTINGS, plan: 'standard', balance: 100 }), '.result')).toContain(
    'of 100 leaves 40',
  )
  const element = await calculator({ settings: SETTINGS })
  expect(text(element, '.result')).not.toContain('leaves')
  enter(element, 'plan', 'standard')
  expect(text(element, '.result')).toContain('of 625 leaves 565')
})

test('a plan of another surface is not offered, and pays for nothing', async () => {
  const plans = { ...card.plans, developer: { name: 'Developer', surface: 'api' as const } }
  const video = { ...card.features['video']!, surface: 'api' as const }
  const standard = { ...card.plans!['standard']!, surface: 'app' as const }
  const there = { ...card, plans: { ...plans, standard }, features: { ...card.features, video } }
  const element = await calculator({ card: JSON.stringify(there), settings: SETTINGS, plan: 'standard' })
  expect([...root(element).querySelectorAll('#plan option')].map((it) => it.textContent)).toEqual([
    english.messages.widget.noPlan,
    'Developer',
  ])
  expect(text(element, '.result')).not.toContain('leaves')
})

test.each([
  ['what the plan allots is not taken along to a tool in another unit', undefined, 'characters', ''],
  ['nor what was typed', '100', 'characters', ''],
  ['to one in the same unit it is', undefined, undefined, '625'],
  ['and what was typed too', '100', undefined, '100'],
])('%s', async (_sentence, typed, currency, kept) => {
  const speech = { ...card.features['speech']!, ...(currency && { currency }) }
  const there = { ...card, features: { ...card.features, speech } }
  const element = await put('forecost-calculator', { card: JSON.stringify(there), plan: 'standard' })
  if (typed) enter(element, 'balance', typed)
  enter(element, 'tool', 'speech')
  await settle()
  expect(root(element).querySelector<HTMLInputElement>('#balance')!.value).toBe(kept)
})

const plans = {
  free: { name: 'Free', surface: 'app' as const, grants: [monthly('40')] },
  pro: { name: 'Pro', surface: 'app' as const, grants: [monthly('900')] },
}
function monthly(amount: string) {
  return { kind: 'plan' as const, amount, every: 'month' as const, expires: 'period-end' as const }
}
/** The plan is a setting of `video`; `stitch` is sold by the API. */
const priced: RateCard = {
  ...card,
  plans,
  features: {
    ...card.features,
    video: {
      ...card.features['video']!,
      dimensions: { ...card.features['video']!.dimensions, plan: { type: 'choice', options: ['free', 'pro'] } },
    },
    stitch: { ...card.features['stitch']!, surface: 'api' },
  },
}
const box = (element: Element, id: string) => root(element).querySelector<HTMLInputElement>(`#${id}`)!
const PRICED = JSON.stringify(priced)

test('where the plan is a setting, another setting leaves the balance as it was typed', async () => {
  const element = await calculator({ card: PRICED, settings: SETTINGS })
  enter(element, 'balance', '100')
  enter(element, 'f-duration', '6')
  expect(box(element, 'balance').value).toBe('100')
  root(element).querySelector<HTMLInputElement>('input[value=pro]')!.click()
  expect(box(element, 'balance').value).toBe('900')
  element.show({ plan: 'free' })
  expect(element.values).toMatchObject({ plan: 'free', balance: '40', settings: { plan: 'free' } })
})

test('what a plan allots is not taken along to a tool that it does not pay for', async () => {
  const element = await put('forecost-calculator', { card: PRICED, plan: 'pro' })
  expect(box(element, 'balance').value).toBe('900')
  enter(element, 'tool', 'stitch')
  expect(box(element, 'balance').value).toBe('')
})

test('the author’s settings are read as those of the tool that is shown', async () => {
  const element = await put('forecost-calculator', { settings: 'clips=4,12' })
  enter(element, 'tool', 'stitch')
  expect(element.values!.settings['clips']).toEqual(['4', '12'])
})

test.each(['1e3', '.5', 'much'])('of a balance of “%s” nothing is said', async (balance) => {
  expect(text(await calculator({ settings: SETTINGS, balance }), '.result')).not.toContain('of ')
})

test('while another card loads, and where it cannot be used, no price of the last one is told', async () => {
  const element = await calculator({ settings: SETTINGS })
  expect(element.estimate).toBeDefined()
  element.card = '{'
  expect([element.estimate, element.values, element.defaults]).toEqual([undefined, undefined, undefined])
  element.show({ feature: 'stitch' })
  await vi.waitFor(() => expect(text(element, '[role=alert]')).not.toBe(''))
  expect(element.estimate).toBeUndefined()
})

test('a page that shows a tool the card does not have is told so', async () => {
  const element = await put('forecost-calculator')
  element.show({ feature: 'dance', runs: '3' })
  await settle()
  expect(vi.mocked(console.error).mock.calls[0]![0]).toMatch(/no feature "dance"/)
  expect(element.estimate).toBeUndefined()
})

test.each(['theme', 'lang', 'density'])('what the reader set stays as the page changes the %s', async (attribute) => {
  const element = await calculator({ settings: SETTINGS, theme: 'light', lang: 'en' })
  enter(element, 'f-duration', '8')
  element.setAttribute(attribute, { theme: 'dark', lang: 'en-GB' }[attribute] ?? 'roomy')
  await settle()
  expect(text(element, '.total')).toBe('96 credits')
})

test.each(['forecost-calculator', 'forecost-price'] as const)(
  'a feature that the card does not have is told once: %s',
  async (name) => {
    const element = await put(name, { feature: 'video' })
    const failed = vi.fn()
    element.addEventListener('forecost-error', failed)
    element.feature = 'dance'
    await vi.waitFor(() => expect(failed).toHaveBeenCalled())
    await settle()
    expect(failed).toHaveBeenCalledOnce()
  },
)

test('what the reader set stays when the page moves the element', async () => {
  const element = await calculator({ settings: SETTINGS })
  enter(element, 'f-duration', '7')
  document.body.appendChild(document.createElement('aside')).append(element)
  await settle()
  expect(text(element, '.total')).toBe('84 credits')
})

test('what is read out is what is shown, whoever changed it last', async () => {
  const element = await calculator({ settings: SETTINGS })
  enter(element, 'f-duration', '7')
  element.show({ settings: 'duration=8' })
  vi.advanceTimersByTime(600)
  expect(text(element, '.sr')).toBe('')
  enter(element, 'f-duration', '6')
  vi.advanceTimersByTime(600)
  expect(text(element, '.sr')).toBe('72 credits')
  element.show({ settings: 'duration=9' })
  await settle()
  expect(text(element, '.sr')).toBe('')
})

test('without a feature the reader chooses among all', async () => {
  const element = await put('forecost-calculator')
  expect(root(element).querySelectorAll('#tool option')).toHaveLength(4)
  enter(element, 'tool', 'stitch')
  expect(text(element, '.total')).toBe('4 credits')
  expect(text(element, '.note')).toBe('third-party copy')
})

test('a card may be given as an object, by property', async () => {
  const element = new ForecostCalculator()
  element.card = card
  element.feature = 'video'
  document.body.append(element)
  await settle()
  expect(text(element, '.total')).toBe('16 credits')
})

test('attributes and properties may change later', async () => {
  const element = await calculator({ settings: SETTINGS })
  element.setAttribute('settings', 'model=turbo&duration=5&resolution=720p&variants=1')
  await settle()
  expect(text(element, '.total')).toBe('25 credits')
  element.feature = 'stitch'
  await settle()
  expect(text(element, '.total')).toBe('4 credits')
})

test.each<[string, object, string, RegExp]>([
  ['no card at all', { card: '' }, 'could not load its prices', /attribute "card" is missing/],
  ['no JSON', { card: '{"format": 1,' }, 'rate card is not valid', /attribute "card": SyntaxError/],
  [
    'a malformed card',
    {
      card: JSON.stringify({
        ...card,
        features: { video: { ...card.features['video'], charges: [{ name: 'x', amout: '1' }] } },
      }),
    },
    'rate card is not valid',
    /card\.features\.video\.charges\[0\]\.(amout|amount|rates)/,
  ],
  [
    'a card that is made of itself',
    {
      card: {
        ...card,
        meters: undefined,
        features: {
          video: {
            ...card.features['video'],
            meters: { a: 'b', b: 'a' },
            charges: [{ name: 'x', meter: 'a', amount: '1' }],
          },
        },
      },
    },
    'rate card is not valid',
    /made of itself/,
  ],
  [
    'an unknown feature',
    { feature: 'dance' },
    'It has: video, stitch, custom, and speech',
    /no feature "dance" in Nord Studio: video, stitch, custom, speech/,
  ],
])('%s: a short message for readers, a precise one for the author', async (_name, given, short, precise) => {
  const failed = vi.fn()
  document.addEventListener('forecost-error', failed, { once: true })
  const element = await calculator(given)
  await vi.waitFor(() => expect(text(element, '[role=alert]')).toContain(short), { timeout: 20_000 })
  expect(vi.mocked(console.error).mock.calls[0]![0]).toMatch(precise)
  expect(failed).toHaveBeenCalledOnce()
})

test('a card that does not load is asked for again at the press of a button, and never twice at a time', async () => {
  const replies = [new Response('', { status: 503 }), new Response(JSON.stringify(card))]
  const fetching = vi.fn(async () => replies.shift()!)
  vi.stubGlobal('fetch', fetching)
  const element = await calculator({ card: '/card.json' })
  const twin = await calculator({ card: '/card.json' })
  expect(text(element, '[role=alert]')).toContain('could not load')
  twin.remove()
  root(element).querySelector<HTMLButtonElement>('[part~=error] button')!.click()
  await vi.waitFor(() => expect(text(element, '.total')).toBe('16 credits'), { timeout: 20_000 })
  expect(fetching.mock.calls.length).toBeLessThanOrEqual(3)
})

test('one request serves every calculator of a page, and says nothing of the reader', async () => {
  const fetching = vi.fn(async () => new Response(JSON.stringify(card)))
  vi.stubGlobal('fetch', fetching)
  await Promise.all([
    calculator({ card: '/one.json' }),
    calculator({ card: '/one.json' }),
    put('forecost-price', { card: '/one.json' }),
  ])
  expect(fetching).toHaveBeenCalledOnce()
  expect(fetching.mock.calls[0]).toMatchObject([
    expect.stringMatching(/one\.json$/),
    { credentials: 'omit', referrerPolicy: 'no-referrer' },
  ])
})

test('an element that leaves while its card loads stays quiet', async () => {
  let answer!: (reply: Response) => void
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)))
  const ready = vi.fn()
  document.addEventListener('forecost-ready', ready, { once: true })
  const element = await calculator({ card: '/slow.json' })
  expect(text(element, '[role=status]')).toContain('Loading prices')
  element.remove()
  answer(new Response(JSON.stringify(card)))
  await settle()
  expect(ready).not.toHaveBeenCalled()
})

test('what is typed stays inside; shortcuts pass', async () => {
  const element = await calculator({ settings: SETTINGS })
  const heard: string[] = []
  const listen = (event: Event) => heard.push(`${event.type} ${(event as KeyboardEvent).key ?? ''}`)
  for (const type of ['keydown', 'input']) document.addEventListener(type, listen)
  const box = root(element).querySelector('#f-duration')!
  box.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, composed: true }))
  box.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, composed: true }))
  box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }))
  enter(element, 'f-duration', '6')
  for (const type of ['keydown', 'input']) document.removeEventListener(type, listen)
  expect(heard).toEqual(['keydown k', 'keydown Escape'])
})

test('the answer is announced once, after the last change', async () => {
  const element = await calculator({ settings: SETTINGS, balance: '625' })
  enter(element, 'f-duration', '6')
  enter(element, 'f-duration', '7')
  expect(text(element, '.sr')).toBe('')
  vi.advanceTimersByTime(600)
  expect(text(element, '.sr')).toBe('84 credits, of 625 leaves 541 · 6 more like this')
})

test('the host page is never touched: no attribute, no child', async () => {
  const element = await calculator()
  expect(element.childNodes).toHaveLength(0)
  expect(element.getAttributeNames().sort()).toEqual(['card', 'feature'])
})

test('a language is taught by one call, from right to left too', async () => {
  const rtl = await localeFor('qps-rtl')
  addLanguage('ar', 'rtl', rtl.messages)
  const element = await calculator({ settings: SETTINGS, lang: 'ar' })
  expect(root(element).querySelector('.box')!.getAttribute('dir')).toBe('rtl')
  expect(text(element, '.total')).toContain('\u202ecredits\u202c')
})

test('a language is asked for once, by the first that needs it, and where it cannot be had the page stays English', async () => {
  const rtl = await localeFor('qps-rtl')
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const fetching = vi.fn(async (_address: URL) => new Response(JSON.stringify(rtl.messages)))
  vi.stubGlobal('fetch', fetching)
  fetching.mockRejectedValueOnce(new TypeError('refused'))
  const languages = await import('../../widget/languages')
  await languages.learn('qps-rtl')
  expect(languages.localeOf('qps-rtl').language).toBe('en')
  expect(warned).toHaveBeenCalledOnce()
  const [one, two] = await Promise.all([
    calculator({ settings: SETTINGS, lang: 'qps-rtl' }),
    calculator({ settings: SETTINGS, lang: 'qps-rtl' }),
  ])
  await vi.waitFor(() => expect(text(two, '.total')).toContain('credits'), { timeout: 20_000 })
  expect(String(fetching.mock.calls[1]![0])).toMatch(/languages\/qps-rtl.*\.json$/)
  expect(fetching).toHaveBeenCalledTimes(2)
  for (const element of [one, two]) expect(text(element, '.total')).toContain('\u202ecredits\u202c')
})

test('an unknown feature is put right by another one, and one price falls back to its own words', async () => {
  const element = await calculator({ feature: 'dance' })
  element.feature = 'video'
  await settle()
  expect(text(element, '.total')).toBe('16 credits')
  const price = await put('forecost-price', { feature: 'dance' })
  expect(root(price).querySelector('slot')).toBeTruthy()
  expect(vi.mocked(console.error).mock.lastCall![0]).toMatch(/no feature "dance"/)
})

test('credits are worth money only in the currency that the card values', async () => {
  const euro = { ...card, features: { video: { ...card.features['video']!, currency: 'EUR' } } }
  expect(text(await put('forecost-price', { card: euro, settings: SETTINGS }), '[part~=total]')).toBe('€60.00 – €70.00')
  expect(text(await calculator({ card: euro, settings: SETTINGS }), '.result')).not.toContain('≈')
})

test('a theme given by attribute or by property overrides the page', async () => {
  expect(
    root(await calculator({ theme: 'dark' }))
      .querySelector('.box')!
      .getAttribute('data-theme'),
  ).toBe('dark')
  const element = await calculator()
  element.theme = 'light'
  await settle()
  expect(root(element).querySelector('.box')!.getAttribute('data-theme')).toBe('light')
})

test('an unknown language is English, and settings the card does not have are left out', async () => {
  const element = await calculator({ settings: `${SETTINGS}&colour=red`, lang: 'tlh' })
  await vi.waitFor(() => expect(text(element, '.total')).toBe('60 credits'))
})
