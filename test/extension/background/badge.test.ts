// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { english } from '../../../core/locales'
import { paintBadge, type Carried } from '../../../extension/background/badge'
import { accountAt, type Linked } from '../../../extension/linked'
import { freshBrowser } from './granted'
import { accountOf } from './site-server'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const noon = Date.UTC(2026, 10, 21, 12)
const origin = 'https://tool.example'
const shown: { text?: string | null; color?: string; title?: string } = {}
beforeEach(() => {
  freshBrowser([])
  for (const name of Object.keys(shown)) delete shown[name as keyof typeof shown]
  const keep = async (part: object) => void Object.assign(shown, part)
  const { action } = fakeBrowser as unknown as { action: object }
  Object.assign(action, { setBadgeText: keep, setBadgeBackgroundColor: keep, setTitle: keep })
})

const of = (balance: string, over: object = {}) => accountOf({ readAt: noon, balance, ...over }) as never
const link = (kind: Linked['kind'], balance: string): Linked => ({
  kind,
  provider: 'atelier',
  origin,
  addedAt: 1,
  account: of(balance, { from: kind }),
})
const two = { accounts: [of('7', { id: 'bob' }), of('9400')], current: 'ann' }

test.each<[string, Carried, string | null]>([
  [
    'the account that is signed in, of two at the site',
    { account: accountAt(two, new Map(), origin), problem: undefined },
    '9.4K',
  ],
  [
    'who is signed in, before what was written down',
    { account: accountAt(two, new Map([['h', link('hand', '3')]]), origin), problem: undefined },
    '9.4K',
  ],
  [
    'what the page shows, before what was written down',
    {
      account: accountAt(
        undefined,
        new Map([
          ['h', link('hand', '3')],
          ['p', link('page', '340')],
        ]),
        origin,
      ),
      problem: undefined,
    },
    '340',
  ],
  [
    'nothing of its own, where another site’s account is known',
    { account: accountAt(undefined, new Map([['h', link('hand', '3')]]), 'https://other.example'), problem: undefined },
    null,
  ],
  [
    'that something is wrong, where nothing was ever read',
    { account: undefined, problem: { code: 'down', at: noon } },
    '!',
  ],
  [
    'the last good balance, where something is wrong now',
    { account: of('1234567'), problem: { code: 'down', at: noon } },
    '1.2M',
  ],
  ['nothing taken for nothing left', { account: of('0'), problem: undefined }, '0'],
])('the icon carries %s', async (_, carried, text) => {
  await paintBadge(7, carried, undefined, english, noon)
  expect(shown.text).toBe(text)
})

test('a seat’s cap, where it leaves less than the pool, and so in words', async () => {
  const seat = of('5546.75', { cap: { max: '500', used: '440' } })
  await paintBadge(7, { account: seat, problem: undefined }, 'exact', english, noon)
  expect(shown).toMatchObject({ text: '60', title: 'Forecost: 60 left under your cap, enough' })
  await paintBadge(7, { account: seat, month: '20', problem: undefined }, 'exact', english, noon)
  expect(shown).toMatchObject({ text: '20', title: 'Forecost: 20 left under your organisation’s cap, enough' })
})

test('the title says how the run stands in words', async () => {
  await paintBadge(7, { account: of('340'), problem: undefined }, 'short', english, noon)
  expect(shown.title).toBe('Forecost: 340 credits, not enough')
})
