// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { refreshAccount } from '../../../extension/background/accounts'
import { refreshCard } from '../../../extension/background/cards'
import { pinCard } from '../../../extension/background/pins'
import { site } from '../../../extension/site'
import { load } from '../../../extension/storage'
import { freshBrowser, granted } from './granted'
import { accountOf, cardOf, json, openSite, status } from './site-server'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const noon = Date.UTC(2026, 10, 21, 12)
const later = noon + 10 * 60_000
let web: Awaited<ReturnType<typeof openSite>>

beforeEach(async () => {
  web = await openSite({})
  web.answers['/.well-known/rate-card.json'] = json(cardOf(web.origin))
  web.answers['/account'] = json(accountOf())
  freshBrowser(['http://127.0.0.1/*'])
})
afterEach(() => web.close())

const card = (link?: string, at = noon) => refreshCard(web.origin, link, at)
const account = (at = noon) => refreshAccount(web.origin, () => at)

describe('a card', () => {
  test('is read from the well-known address of the page’s own origin', async () => {
    const kept = await card()
    expect(kept.card?.card.name).toBe('Atelier')
    expect(kept.cardProblem).toBeUndefined()
  })
  test('is not taken from another origin, however the page links it', async () => {
    const kept = await card('https://elsewhere.example/card.json')
    expect(kept.cardProblem?.code).toBe('elsewhere')
    expect(web.asked).toEqual([])
  })
  test('is not asked for again while it is fresh, and then with its ETag', async () => {
    web.answers['/.well-known/rate-card.json'] = (request, response) => {
      if (request.headers['if-none-match'] === '"7"') return status(304)(request, response)
      response.setHeader('ETag', '"7"')
      json(cardOf(web.origin))(request, response)
    }
    await card()
    await card(undefined, noon + 1000)
    expect(web.asked).toHaveLength(1)
    const kept = await card(undefined, later)
    expect(web.asked).toHaveLength(2)
    expect(kept.card?.readAt).toBe(later)
    expect(kept.card?.card.name).toBe('Atelier')
  })

  const faults: [string, () => void, string, RegExp?][] = [
    [
      'is not JSON',
      () => (web.answers['/.well-known/rate-card.json'] = (_, r) => void r.end('<!doctype html>')),
      'nonsense',
    ],
    [
      'has a field nobody knows',
      () => (web.answers['/.well-known/rate-card.json'] = json(cardOf(web.origin, { extra: 1 }))),
      'nonsense',
      /extra/,
    ],
    ['is empty', () => (web.answers['/.well-known/rate-card.json'] = (_, r) => void r.end('')), 'empty'],
    [
      'has no feature',
      () => (web.answers['/.well-known/rate-card.json'] = json(cardOf(web.origin, { features: {} }))),
      'empty',
    ],
    [
      'contradicts its own examples',
      () =>
        (web.answers['/.well-known/rate-card.json'] = json(
          cardOf(web.origin, { version: 4, examples: [{ feature: 'clip', request: { seconds: 2 }, answer: '9' }] }),
        )),
      'contradicts',
      /clip says 9 and comes to 8/,
    ],
    [
      'has other prices under the same version',
      () =>
        (web.answers['/.well-known/rate-card.json'] = json(
          cardOf(web.origin, {
            features: { clip: { ...cardOf('').features.clip, charges: [{ name: 'clip', amount: '1' }] } },
          }),
        )),
      'older',
      /version 3/,
    ],
    ['is missing', () => delete web.answers['/.well-known/rate-card.json'], 'missing'],
    [
      'is older than the one kept',
      () => (web.answers['/.well-known/rate-card.json'] = json(cardOf(web.origin, { version: 2 }))),
      'older',
    ],
    [
      'is too large',
      () => (web.answers['/.well-known/rate-card.json'] = (_, r) => void r.end(' '.repeat(2_100_000))),
      'too-big',
    ],
    [
      'has moved elsewhere',
      () => (web.answers['/.well-known/rate-card.json'] = status(302, { Location: 'https://elsewhere.example/' })),
      'elsewhere',
    ],
    ['comes from a server that fails', () => (web.answers['/.well-known/rate-card.json'] = status(503)), 'down'],
  ]
  test.each(faults)('that %s is refused, and the last good one is kept', async (_, spoil, code, detail = /^/) => {
    await card()
    spoil()
    const kept = await card(undefined, later)
    expect(kept.cardProblem).toMatchObject({ code, at: later })
    expect(kept.cardProblem?.detail ?? '').toMatch(detail)
    expect(kept.card).toMatchObject({ readAt: noon, card: { version: 3 } })
  })
  test('of another provider is a card of its own, not an older one', async () => {
    await card()
    web.answers['/.well-known/rate-card.json'] = json(cardOf(web.origin, { version: 1, provider: 'other' }))
    const kept = await card(undefined, later)
    expect(kept.cardProblem).toBeUndefined()
    expect(kept.card?.card.provider).toBe('other')
  })
  test('that is pinned takes no other’s place, and its own hash is kept with it', async () => {
    const first = await card()
    await pinCard(web.origin, first.card!.sha256)
    web.answers['/.well-known/rate-card.json'] = json(cardOf(web.origin, { version: 4 }))
    const kept = await card(undefined, later)
    expect(kept.cardProblem?.code).toBe('not-pinned')
    expect(kept.card?.card.version).toBe(3)
    await pinCard(web.origin, undefined)
    expect((await card(undefined, later + 600_000)).card?.card.version).toBe(4)
  })
  test('of a later version takes the place of the one kept', async () => {
    await card()
    web.answers['/.well-known/rate-card.json'] = json(cardOf(web.origin, { version: 4 }))
    expect((await card(undefined, later)).card?.card.version).toBe(4)
  })
})

describe('an account', () => {
  beforeEach(() => card())

  test('is read with our own time, whatever the site’s clock says', async () => {
    const kept = await account()
    expect(kept.accounts).toEqual([accountOf({ readAt: noon })])
    expect(kept.current).toBe('ann')
  })
  test('of somebody else who signs in takes its place and keeps the other', async () => {
    await account()
    web.answers['/account'] = json(accountOf({ id: 'bob', balance: '7' }))
    const kept = await account(later)
    expect(kept.current).toBe('bob')
    expect(kept.accounts.map((a) => a.id)).toEqual(['bob', 'ann'])
  })

  const faults: [string, () => void, string][] = [
    ['is down', () => (web.answers['/account'] = status(503)), 'down'],
    ['is signed out', () => (web.answers['/account'] = status(401)), 'signed-out'],
    ['is forbidden', () => (web.answers['/account'] = status(403)), 'forbidden'],
    ['is throttled', () => (web.answers['/account'] = status(429)), 'throttled'],
    ['answers a page', () => (web.answers['/account'] = (_, r) => void r.end('<p>hello')), 'nonsense'],
    ['answers a balance in words', () => (web.answers['/account'] = json(accountOf({ balance: 'a lot' }))), 'nonsense'],
    [
      'speaks of another provider',
      () => (web.answers['/account'] = json(accountOf({ provider: 'other' }))),
      'other-provider',
    ],
    ['sends to a login page', () => (web.answers['/account'] = status(302, { Location: '/login' })), 'elsewhere'],
    ['answers without end', () => (web.answers['/account'] = (_, r) => void r.end('x'.repeat(300_000))), 'too-big'],
    ['breaks off', () => (web.answers['/account'] = (_, r) => void r.destroy()), 'down'],
  ]
  test.each(faults)('that %s keeps the last good reading with its age', async (_, spoil, code) => {
    await account()
    spoil()
    const kept = await account(later)
    expect(kept.accountProblem).toMatchObject({ code, at: later })
    expect(kept.accounts[0]).toMatchObject({ balance: '400', readAt: noon })
  })
  test('mended clears what was wrong', async () => {
    web.answers['/account'] = status(503)
    await account()
    web.answers['/account'] = json(accountOf())
    expect((await account(later)).accountProblem).toBeUndefined()
  })
  test('at another origin than the card’s is not asked', async () => {
    web.answers['/.well-known/rate-card.json'] = json(
      cardOf(web.origin, { version: 4, endpoints: { account: 'https://elsewhere.example/account' } }),
    )
    await card(undefined, later)
    expect((await account(later)).accountProblem?.code).toBe('elsewhere')
  })
  test('read while the permission is taken back is not kept', async () => {
    web.answers['/account'] = (request, response) => {
      granted.origins = []
      json(accountOf())(request, response)
    }
    await account()
    expect((await load(site(web.origin))).accounts).toEqual([])
  })
})
