// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { refreshAccount } from '../../../extension/background/accounts'
import { answersFor } from '../../../extension/background/answers'
import { refreshCard } from '../../../extension/background/cards'
import { freshBrowser, granted } from './granted'
import { accountOf, cardOf, json, openSite } from './site-server'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const noon = Date.UTC(2026, 10, 21, 12)
let web: Awaited<ReturnType<typeof openSite>>

beforeEach(async () => {
  web = await openSite({})
  web.answers['/.well-known/rate-card.json'] = json(cardOf(web.origin))
  web.answers['/account'] = json(accountOf({ readAt: noon, balance: '50' }))
  freshBrowser(['http://127.0.0.1/*'])
  await refreshCard(web.origin, undefined, noon)
  await refreshAccount(web.origin, () => noon)
})
afterEach(() => web.close())

const ask = (seconds: number, before?: number) =>
  answersFor(
    web.origin,
    { feature: 'clip', request: { seconds }, ...(before && { before: { seconds: before } }) },
    noon,
  )

test('the lines under a price are worked out from the origin’s own card and account', async () => {
  const lines = await ask(5, 3)
  expect(lines.map(({ is, matters }) => [is, matters])).toEqual([
    ['more', false],
    ['cheaper', true],
    ['changed', false],
  ])
  expect(lines[0]!.text).toBe('2 more like this')
  expect(lines[2]!.text).toMatch(/^\+8 since your last change/)
})
test('without an account there is nothing to afford', async () => {
  web.answers['/account'] = (_, response) => void response.end('nonsense')
  freshBrowser(['http://127.0.0.1/*'])
  await refreshCard(web.origin, undefined, noon)
  expect((await ask(5)).map(({ is }) => is)).toEqual(['cheaper'])
})
test('a site that is not on is told nothing', async () => {
  granted.origins = []
  expect(await ask(5)).toEqual([])
})
test('an unknown feature has no lines', async () =>
  expect(await answersFor(web.origin, { feature: 'constructor', request: {} }, noon)).toEqual([]))
