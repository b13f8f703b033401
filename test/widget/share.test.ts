import { expect, test, vi } from 'vitest'
import { guideOf } from '../../core/tool-link'
import { ForecostCalculator } from '../../widget/forecost'
import { english } from '../../core/locales'
import { standingText } from '../../core/locales/standings'
import { standing } from '../../core/standing'
import { readerOf } from '../../widget/share/reader'
import { enter, ownPage, ready, settle } from './page'
import { account, card, now } from './states'

const SETTINGS = 'model=gen4&duration=5&resolution=720p&variants=1'

ownPage()

async function put(given: { [name: string]: string }, hash = ''): Promise<ForecostCalculator> {
  history.replaceState({ router: 1 }, '', `/guide?x=1${hash}`)
  return add(given)
}

async function add(given: { [name: string]: string }): Promise<ForecostCalculator> {
  const element = document.createElement('forecost-calculator')
  const all = { card: JSON.stringify(card), feature: 'video', settings: SETTINGS, ...given }
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value)
  return ready(element)
}
const shown = (element: Element, what = '.total') => element.shadowRoot!.querySelector(what)?.textContent ?? ''
const action = (element: Element, name: string) =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('.share button, .share a')].find(
    (one) => one.textContent === name,
  )

test.each([
  ['nothing said in the address', '', '60 credits'],
  ['its own settings', '#calc.duration=8', '96 credits'],
  ['another widget’s settings', '#other.duration=8', '60 credits'],
  ['a plain anchor of the site', '#prices', '60 credits'],
  ['settings that are malformed', '#calc.duration=%E0%A4%A', '60 credits'],
  ['a setting the card does not have', '#calc.colour=red', '60 credits'],
  ['a value past its limits', '#calc.duration=99', 'price not known'],
  ['another feature, where the author fixed none', '#calc._feature=stitch', '4 credits'],
  ['a feature that is not there', '#calc._feature=dance&calc.duration=8', '60 credits'],
  ['runs', '#calc._runs=10', '600 credits'],
])('with %s the reader sees the price of it', async (_name, hash, total) => {
  const element = await put({ state: 'calc' }, hash)
  await vi.waitFor(() => expect(shown(element)).toBe(total))
})

test('what the reader changes goes into the address, beside all else in it, and goes out again', async () => {
  const element = await put({ state: 'calc' }, '#chapter&other.a=1')
  enter(element, 'f-duration', '8')
  enter(element, 'balance', '500')
  vi.advanceTimersByTime(300)
  expect(location.hash).toBe('#chapter&other.a=1&calc.duration=8&calc._balance=500')
  expect(history.state).toEqual({ router: 1 })
  expect(location.search).toBe('?x=1')
  enter(element, 'f-duration', '5')
  enter(element, 'balance', '')
  vi.advanceTimersByTime(300)
  expect(location.hash).toBe('#chapter&other.a=1')
})

test('without the attribute the address is neither read nor written', async () => {
  const element = await put({ share: '' }, '#calc.duration=8')
  enter(element, 'f-duration', '7')
  vi.advanceTimersByTime(1000)
  expect(location.hash).toBe('#calc.duration=8')
  expect(shown(element)).toBe('84 credits')
})

test('two calculators of a page keep apart, and a link within the page sets the one it names', async () => {
  const one = await put({ state: 'one' })
  const two = await add({ state: 'two' })
  enter(one, 'f-duration', '8')
  vi.advanceTimersByTime(300)
  enter(two, 'f-duration', '9')
  vi.advanceTimersByTime(300)
  expect(location.hash).toBe('#one.duration=8&two.duration=9')
  history.replaceState(null, '', '/guide#two.duration=2')
  window.dispatchEvent(new Event('hashchange'))
  await settle()
  expect([shown(one), shown(two)]).toEqual(['96 credits', '24 credits'])
})

test('the price is copied as a link, as text and as JSON, and what was done is said', async () => {
  const writeText = vi.fn(async (_text: string) => {})
  vi.stubGlobal('navigator', { ...navigator, language: 'en', clipboard: { writeText } })
  const element = await put({ state: 'calc', share: '' })
  enter(element, 'f-duration', '8')
  await settle()
  for (const name of ['Copy link', 'Copy as text', 'Copy as JSON']) {
    action(element, name)!.click()
    await settle()
  }
  const [link, text, json] = writeText.mock.calls.map(([said]) => said)
  expect(link).toMatch(/\/guide\?x=1#calc\.duration=8$/)
  expect(text).toBe(
    'Text to video: 96 credits\nGen-4.5, 8 s, 720p, Variants 1\n' +
      '8 s × 12 credits per second = 96\nhttps://nord.example/prices',
  )
  expect(JSON.parse(json!)).toMatchObject({
    provider: 'nord',
    feature: 'video',
    request: { duration: '8' },
    estimate: { total: { low: '96' } },
  })
  expect(shown(element, '.share [role=status]')).toBe('Copied')
  writeText.mockRejectedValueOnce(new Error('no'))
  action(element, 'Copy as text')!.click()
  await settle()
  expect(shown(element, '.share [role=status]')).toBe('The browser did not allow copying')
  const byHand = () => element.shadowRoot!.querySelector<HTMLTextAreaElement>('.share textarea')
  expect(byHand()!.value).toBe(text)
  action(element, 'Copy link')!.click()
  await settle()
  expect(byHand()).toBe(null)
})

test('back and forward show what each address says, no more and no less; other anchors change nothing', async () => {
  const element = await put({ state: 'calc' })
  const goes = async (hash: string) => {
    history.replaceState(null, '', `/guide${hash}`)
    window.dispatchEvent(new Event('hashchange'))
    await settle()
    return shown(element)
  }
  expect(await goes('#calc.duration=8&calc._runs=10')).toBe('960 credits')
  expect(await goes('#calc.resolution=1080p')).toBe('100 credits')
  expect(await goes('#calc.duration=8')).toBe('96 credits')
  expect(await goes('#calc._feature=stitch')).toBe('4 credits')
  expect(await goes('')).toBe('60 credits')
  enter(element, 'f-duration', '7')
  expect(await goes('#prices')).toBe('84 credits')
  expect(await goes('#other.duration=2')).toBe('84 credits')
})

test('the way to the tool carries the settings and the price, and the page may stop it', async () => {
  const element = await put({ tool: 'https://nord.example/create' })
  enter(element, 'f-duration', '8')
  await settle()
  const link = action(element, 'Open in the tool') as HTMLAnchorElement
  expect(guideOf(new URL(link.href).hash)).toEqual({
    feature: 'video',
    settings: { model: 'gen4', duration: '8', resolution: '720p', audio: 'false', variants: '1' },
    said: { low: '96', high: '96' },
    currency: 'credits',
  })
  element.addEventListener('forecost-open', (event) => event.preventDefault())
  const click = new MouseEvent('click', { bubbles: true, cancelable: true })
  link.dispatchEvent(click)
  expect(click.defaultPrevented).toBe(true)
})

test.each<[string, object, (element: ForecostCalculator) => void]>([
  ['an emptied number', {}, (element) => enter(element, 'f-duration', '')],
  ['another tool', {}, (element) => element.show({ feature: 'stitch' })],
  ['a plan without its balance', {}, (element) => element.show({ plan: 'standard', balance: '' })],
  ['the author’s balance with a plan', { balance: '625' }, (element) => element.show({ plan: 'standard' })],
])('%s comes back out of a copied link as it went in', async (_name, given, set) => {
  const writeText = vi.fn(async (_text: string) => {})
  vi.stubGlobal('navigator', { ...navigator, language: 'en', clipboard: { writeText } })
  const element = await put({ state: 'calc', ...given })
  set(element)
  await vi.waitFor(() => expect(element.estimate).toBeDefined())
  action(element, 'Copy link')!.click()
  const { values } = element
  const { hash } = new URL(writeText.mock.calls[0]![0])
  element.remove()
  expect((await put({ state: 'calc', ...given }, hash)).values).toEqual(values)
})

test('an address that says nothing takes back a plan that is a setting', async () => {
  const video = { ...card.features['video']!, dimensions: { plan: { type: 'choice', options: ['free', 'standard'] } } }
  const there = { ...card, features: { video: { ...video, charges: [{ name: 'Video', amount: '9' }] } } }
  const element = await put({ state: 'calc', card: JSON.stringify(there) }, '#calc.plan=standard')
  expect(element.values).toMatchObject({ plan: 'standard', balance: '625', settings: { plan: 'standard' } })
  history.replaceState(null, '', '/guide')
  window.dispatchEvent(new Event('hashchange'))
  expect(element.values).toEqual(await add({ card: JSON.stringify(there) }).then(({ values }) => values))
})

test('the author’s balance is not that of a tool in another unit, which an address names', async () => {
  const speech = { ...card.features['speech']!, currency: 'characters' }
  const there = JSON.stringify({ ...card, features: { ...card.features, speech } })
  const element = await put({ state: 'calc', card: there, balance: '100' }, '#calc._feature=speech')
  expect(element.values).toMatchObject({ feature: 'speech', balance: '' })
})

test('the way to the tool says what is shown, whoever set it', async () => {
  const element = await put({ tool: 'https://nord.example/create' })
  const said = () => guideOf(new URL((action(element, 'Open in the tool') as HTMLAnchorElement).href).hash)?.said?.low
  element.show({ settings: 'duration=9' })
  await vi.waitFor(() => expect(said()).toBe('108'))
  element.setAttribute('settings', SETTINGS.replace('duration=5', 'duration=2'))
  await vi.waitFor(() => expect(said()).toBe('24'))
})

test('what is offered comes and goes with its attribute, on a calculator that is open', async () => {
  const element = await put({})
  enter(element, 'f-duration', '8')
  element.share = true
  await vi.waitFor(() => expect(action(element, 'Copy as text')).toBeTruthy())
  element.tool = 'https://nord.example/create'
  await vi.waitFor(() => expect(action(element, 'Open in the tool')).toBeTruthy())
  element.share = false
  element.removeAttribute('tool')
  await vi.waitFor(() => expect(element.shadowRoot!.querySelectorAll('.share button, .share a')).toHaveLength(0))
  element.state = 'calc'
  await vi.waitFor(() => expect(action(element, 'Copy link')).toBeTruthy())
  expect(shown(element)).toBe('96 credits')
})

test('what a framework says is not so, is not offered', async () => {
  const element = document.createElement('forecost-calculator')
  document.body.append(Object.assign(element, { card, feature: 'video', share: false, answers: false }))
  await vi.waitFor(() => expect(shown(element)).toBe('16 credits'))
  expect([element.share, element.answers]).toEqual([undefined, undefined])
})

test('an account is asked for once at a time', async () => {
  let reply!: (answer: Response) => void
  const fetching = vi.fn(() => new Promise<Response>((done) => (reply = done)))
  vi.stubGlobal('fetch', fetching)
  const element = await put({ account: '/api/account' })
  const changed = vi.fn()
  element.addEventListener('forecost-change', changed)
  action(element, 'Use my balance')!.click()
  action(element, 'Use my balance')!.click()
  expect(fetching).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(shown(element, '.share [role=status]')).toBe('Asking for your balance'))
  reply(new Response(JSON.stringify(account)))
  await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce())
  action(element, 'Use my balance')!.click()
  expect(fetching).toHaveBeenCalledTimes(2)
})

test.each(['javascript:alert(1)', 'http://'])('an address such as %s is no tool', async (tool) => {
  const element = await put({ tool })
  expect(action(element, 'Open in the tool')!.getAttribute('href')).toBe('')
})

test('a reader’s balance is asked for at his press only, of the page’s own site', async () => {
  const fetching = vi.fn(async (_url: URL, _how: object) => new Response(JSON.stringify(account)))
  vi.stubGlobal('fetch', fetching)
  const element = await put({ account: '/api/account' })
  expect(fetching).not.toHaveBeenCalled()
  action(element, 'Use my balance')!.click()
  await vi.waitFor(() => expect(shown(element, '.result')).toContain('340 left'))
  expect(fetching.mock.calls[0]![1]).toMatchObject({ credentials: 'same-origin' })
})

test('an account of another site is not asked for, and the reader is told that nothing came of it', async () => {
  const fetching = vi.fn()
  vi.stubGlobal('fetch', fetching)
  const element = await put({ account: 'https://elsewhere.example/account' })
  action(element, 'Use my balance')!.click()
  await vi.waitFor(() => expect(shown(element, '.share [role=status]')).toContain('could not be read'))
  expect(fetching).not.toHaveBeenCalled()
})

test.each<[string, unknown, RegExp]>([
  ['nothing', null, /in undefined/],
  ['another currency', { ...account, currency: 'USD' }, /in USD, the card in credits/],
  ['no balance', { currency: 'credits' }, /no balance/],
  ['a cap that is no number', { currency: 'credits', balance: '5', cap: { max: 'much', used: '1' } }, /no balance/],
  ['grants that are no list', { currency: 'credits', grants: {} }, /no balance/],
  [
    'an amount that is no number',
    { currency: 'credits', grants: [{ id: 'a', kind: 'plan', amount: '<b>' }] },
    /no balance/,
  ],
])('an account with %s is refused', (_name, reply, why) => {
  expect(() => readerOf(reply, 'credits', now)).toThrow(why)
})

test('a balance is what has not expired, less what is held', () => {
  const grants = [
    { id: 'a', kind: 'plan', amount: '100', expires: now - 1 },
    { id: 'b', kind: 'plan', amount: '50', expires: now + 1 },
  ]
  expect(readerOf({ currency: 'credits', grants, held: '8', plan: 'standard' }, 'credits', now)).toEqual({
    balance: '42',
    plan: 'standard',
  })
})

test('a cap that leaves less than the balance is what may be spent', () =>
  expect(
    readerOf({ currency: 'credits', balance: '5546.75', cap: { max: '500', used: '440' } }, 'credits', now),
  ).toEqual({
    balance: '60',
  }))

test.each<[string, object, RegExp]>([
  ['a balance', {}, /left/],
  ['a role that may not generate', { role: { id: 'guest', may: ['history'] } }, /role/],
  ['a cap that is nearly used', { cap: { max: '100', used: '97' } }, /your cap: 3 left/],
])('an account with %s stands as on every other surface', async (_name, change, said) => {
  const element = await put({ settings: SETTINGS })
  const given = { ...account, ...change }
  await element.reckonWith(given)
  await vi.waitFor(() => expect(element.shadowRoot!.querySelector('.result')!.textContent).toMatch(said))
  const { estimate } = element.values!
  const words = standingText(standing(estimate!, given as never, card, Date.now()), estimate!.currency, english)
  expect(element.shadowRoot!.querySelector('.result')!.textContent).toContain(words)
  enter(element, 'f-duration', '6')
  vi.advanceTimersByTime(600)
  const spoken = shown(element, '.sr').replace('72 credits, ', '')
  expect(spoken).toMatch(said)
  expect(shown(element, '.result')).toContain(spoken)
  enter(element, 'runs', '2')
  expect(shown(element, '.result')).toMatch(said)
  element.show({ balance: '100' })
  await vi.waitFor(() => expect(shown(element, '.result')).toContain('of 100: 44 short'))
})

test('an account that does not fit its description is refused', async () => {
  const element = await put({ settings: SETTINGS })
  await expect(element.reckonWith({ currency: 'credits' })).rejects.toThrow()
})
