import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startStudio, type Studio } from './server'
import { ask, signedInAs } from './visitor'

const noon = Date.parse('2026-11-21T12:00:00Z')
let studio: Studio
beforeAll(async () => void (studio = await startStudio({ now: noon })))
afterAll(() => studio.close())
beforeEach(() => studio.store.reset({ now: noon }))

describe('every page', () => {
  it.each(['/', '/sign-in', '/create/image', '/help/credits', '/help/prices', '/help/video'])(
    '%s is strict',
    async (path) => {
      const reply = await ask(studio.url, 'GET', path)
      expect(reply.status).toBe(200)
      const policy = reply.headers.get('content-security-policy')!
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("require-trusted-types-for 'script'")
      expect(policy).not.toMatch(/unsafe|https?:/)
      expect(reply.body).not.toMatch(/<style|<script>| style="| on[a-z]+="/)
    },
  )

  it('links its card, unless the markup is off', async () => {
    const linked = async (path: string) => String((await ask(studio.url, 'GET', path)).body).includes('rel="rate-card"')
    expect([await linked('/create/image'), await linked('/create/image?markup=off')]).toEqual([true, false])
  })

  it('that is not there says so', async () => {
    expect((await ask(studio.url, 'GET', '/nowhere')).status).toBe(404)
    expect((await ask(studio.url, 'GET', '/help/nowhere')).status).toBe(404)
    expect((await ask(studio.url, 'GET', '/api/nowhere')).status).toBe(404)
    expect((await ask(studio.url, 'GET', '/widget/%2e%2e/%2e%2e/package.json')).status).toBe(404)
  })
})

describe('the account endpoint', () => {
  it.each([
    ['ok', 200],
    ['down', 503],
    ['unauthorised', 401],
    ['forbidden', 403],
    ['throttled', 429],
    ['nonsense', 200],
    ['malformed', 200],
    ['stale', 200],
  ])('can be made %s and answers %d', async (mode, status) => {
    const aiko = await signedInAs(studio, 'aiko')
    await aiko.send('POST', '/dev/account', { mode })
    const reply = await aiko.get('/api/account')
    expect(reply.status).toBe(status)
    if (mode === 'stale') expect(reply.body.readAt).toBe(noon - 2 * 3600_000)
    if (mode === 'nonsense') expect(reply.body).toContain('<!doctype')
  })

  it('is closed to those who are not signed in, and to those who have left', async () => {
    expect((await ask(studio.url, 'GET', '/api/account')).status).toBe(401)
    const aiko = await signedInAs(studio, 'aiko')
    await aiko.send('DELETE', '/api/session')
    expect((await aiko.get('/api/account')).status).toBe(401)
  })
})

describe('the team page', () => {
  it.each([
    ['a creator may not change the plan', 'aiko', '/api/team/plan', { plan: 'studio' }, 403],
    ['an admin may', 'mateo', '/api/team/plan', { plan: 'studio' }, 200],
    ['to a plan that exists', 'mateo', '/api/team/plan', { plan: 'gold' }, 400],
    ['a creator may not set a cap', 'aiko', '/api/team/members/noor', { cap: null }, 403],
    ['an owner may', 'ingrid', '/api/team/members/noor', { cap: '12.5' }, 200],
    ['as an amount', 'ingrid', '/api/team/members/noor', { cap: 'lots' }, 400],
    ['for somebody in the team', 'ingrid', '/api/team/members/kwame', { cap: '5' }, 404],
    ['roles are those of the price page', 'ingrid', '/api/team/members/noor', { role: 'king' }, 400],
  ])('%s', async (_, member, path, change, status) => {
    expect((await (await signedInAs(studio, member)).send('PATCH', path, change)).status).toBe(status)
  })
})

describe('invoices', () => {
  it('list the months and top-ups paid, newest first, to those who may buy', async () => {
    const mateo = await signedInAs(studio, 'mateo')
    await mateo.send('POST', '/api/team/top-up', { pack: 'large' })
    const { body } = await mateo.get('/api/invoices')
    expect(body.map((invoice: { what: string; amount: string }) => `${invoice.what}: ${invoice.amount}`)).toEqual([
      'Top-up of 2200 credits: 20.00',
      'Top-up of 2200 credits: 20.00',
      'Team plan, 4 seats: 116.00',
      'Team plan, 4 seats: 116.00',
    ])
    expect((await (await signedInAs(studio, 'aiko')).get('/api/invoices')).status).toBe(403)
  })
})

describe('the rate card', () => {
  it('answers 304 to who has it, or 404 while there is none', async () => {
    const first = await ask(studio.url, 'GET', '/.well-known/rate-card.json')
    if (first.status === 404) return expect(first.body.code).toBe('no_card')
    const again = await ask(studio.url, 'GET', '/.well-known/rate-card.json', undefined, {
      'If-None-Match': first.headers.get('etag')!,
    })
    expect([first.status, again.status, again.body]).toEqual([200, 304, ''])
  })
})

describe('the studio stands alone', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))

  it('and imports nothing from core, widget or extension', () => {
    const strangers = files.flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/from '([^']+)'/g)]
        .map(([, from]) => from!)
        .filter((from) => /(^|\/)(core|widget|extension)(\/|$)/.test(from))
        .map((from) => `${file}: ${from}`),
    )
    expect(files.length).toBeGreaterThan(40)
    expect(strangers).toEqual([])
  })
})
