// @vitest-environment node
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { answer } from '../../../extension/background/answer'
import { FromOurPages, FromOverlay, senders } from '../../../extension/messages'
import { freshBrowser } from './granted'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const home = 'https://tool.example'
const own = (page: string) => ({
  id: fakeBrowser.runtime.id,
  url: fakeBrowser.runtime.getURL(`/${page}.html` as never),
})
const overlay = (over: object = {}) => ({
  id: fakeBrowser.runtime.id,
  url: `${home}/create`,
  origin: home,
  tab: { id: 7 },
  ...over,
})

/** One well-formed message of every kind. The type makes a new kind add its own. */
const fromPages: { [kind in FromOurPages['kind']]: object } = {
  refresh: {},
  detect: { tabId: 7 },
  point: { tabId: 7 },
  choose: { tabId: 7, origin: home, path: '/create', provider: 'runway', feature: 'text-to-video' },
  'keep-site-file': { origin: home },
  'check-channel': {},
  'keys-for-backup': { asked: true },
  'keep-keys': { keys: {} },
  'forget-everything': {},
  'turned-on': { origin: home },
  'link-key': { provider: 'nobody', key: 'k' },
  relink: { id: 'x', key: 'k' },
  'link-page': { origin: home },
  'link-hand': { provider: 'runway', currency: 'credits', balance: '5', asOf: 1 },
  'read-linked': { id: 'x' },
  'alert-seen': { id: 'x' },
  rename: { id: 'x' },
  unlink: { id: 'x' },
  'link-again': { id: 'x' },
}
const fromOverlay: { [kind in FromOverlay['kind']]: object } = {
  open: {},
  point: {},
  view: {},
  look: {},
  soon: {},
  pressed: { run: '1-2-3-4', at: 1, feature: 'clip', request: {} },
  answers: { feature: 'clip', request: {} },
  bring: { part: 'panel' },
  state: {},
  shown: { number: '12', language: 'en' },
  more: { feature: 'run', request: {} },
  keep: { run: 'a', kept: true },
  plan: { feature: 'run', request: {} },
  show: { page: 'plan' },
  corner: { corner: 'top-left' },
  off: {},
  reading: {},
  outlines: {},
  providers: {},
  'provider-card': { provider: 'runway' },
  'keep-file': {},
  'ask-only-above': { above: '100' },
}
const pages = ['popup', 'options', 'welcome', 'sidepanel', 'manifest']
const said = Object.entries(fromPages).map(([kind, rest]) => ({ kind, ...rest }))
const seen = Object.entries(fromOverlay).map(([kind, rest]) => ({ kind, ...rest }))
function taken(message: unknown, sender: object): boolean {
  const answered = answer(message, sender as never)
  // What is done then is of no matter here; the fake browser can do little of it.
  answered?.catch(() => undefined)
  return answered !== undefined
}

beforeEach(() => freshBrowser([]))

describe.each(said)('$kind', (message) => {
  test.each(pages)(`from our %s.html is taken only where it may say so`, (page) =>
    expect(taken(message, own(page))).toBe(senders[message.kind as FromOurPages['kind']].includes(page)),
  )
  test.each([
    ['an overlay', overlay()],
    ['another extension', { ...own('options'), id: 'other' }],
    ['a page that names our address', { ...overlay(), url: 'https://evil.example/options.html' }],
  ])('from %s is not taken', (_, sender) => expect(taken(message, sender)).toBe(false))
})

describe.each(seen)('$kind', (message) => {
  test('from an overlay is taken', () => expect(taken(message, overlay())).toBe(true))
  test.each([
    ['our popup', own('popup')],
    ['another extension', overlay({ id: 'other' })],
    ['no tab', overlay({ tab: undefined })],
    ['a page that has no web origin', overlay({ origin: 'null', url: 'about:blank' })],
    ['a file', overlay({ origin: undefined, url: 'file:///etc/passwd' })],
  ])('from %s is not taken', (_, sender) => expect(taken(message, sender)).toBe(false))
  test('with a field nobody knows is not taken', () => expect(taken({ ...message, extra: 1 }, overlay())).toBe(false))
})

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'refresh'],
  ['a list', ['refresh']],
  ['no kind', {}],
  ['an unknown kind', { kind: 'keys' }],
  ['a kind from the prototype', { kind: 'constructor' }],
  ['an origin that is a page', { kind: 'refresh', origin: 'https://tool.example/x' }],
  ['a key with a line break', { kind: 'link-key', provider: 'runway', key: 'a\nb' }],
  ['a key of a megabyte', { kind: 'link-key', provider: 'runway', key: 'a'.repeat(1_000_000) }],
  ['an id that climbs', { kind: 'relink', id: 'x', key: 'k', ids: { project: '..' } }],
  ['a balance in words', { kind: 'link-hand', provider: 'runway', currency: 'c', balance: 'lots', asOf: 1 }],
])('%s is no message, from whomever', (_, message) => {
  expect(taken(message, own('options'))).toBe(false)
  expect(taken(message, overlay())).toBe(false)
})

test('words of a page beside its balance are no message', () =>
  expect(taken({ kind: 'shown', number: '12 credits of Ann', language: 'en' }, overlay())).toBe(false))

test('no answer to one of our pages holds a key', async () => {
  const { permissions } = fakeBrowser as unknown as { permissions: object }
  Object.assign(permissions, { contains: async () => false })
  const secret = 'msy_very_secret'
  const answers = [await answer({ kind: 'link-key', provider: 'meshy', key: secret }, own('options') as never)]
  const { id } = answers[0] as { id: string }
  for (const message of said) {
    // Keys leave only where the user asked for them in a backup: see backup.test.ts.
    if (message.kind === 'forget-everything' || message.kind === 'keys-for-backup') continue
    const reply = answer({ ...message, ...('id' in message && { id }) }, own('options') as never)
    answers.push(await reply?.catch((error: unknown) => String(error)))
  }
  expect(JSON.stringify(answers)).not.toContain(secret)
  expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain(secret)
})
