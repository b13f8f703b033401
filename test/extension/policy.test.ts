// @vitest-environment node
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { channelInForce } from '../../extension/background/channel'
import { pinsFor } from '../../extension/background/pins'
import { providerCard } from '../../extension/background/provider-card'
import { rulesAt } from '../../extension/background/rules'
import { connectorStop } from '../../extension/background/stops'
import { channelChoice } from '../../extension/channel/kept'
import { expectPolicy, isManaged, policyFrom, policyParts, readPolicy, settingsInForce } from '../../extension/policy'
import { settings } from '../../extension/settings'
import { change, save } from '../../extension/storage'
import { freshBrowser } from './background/granted'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(() => {
  freshBrowser([])
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0' }) })
})
const manage = (policy: object) => fakeBrowser.storage.managed.set(policy as Record<string, unknown>)
const whole = {
  organisation: 'Nord',
  contact: 'ines@nord.example',
  vendors: ['runway'],
  models: { runway: ['gen4_turbo'] },
  features: { runway: ['text-to-video'] },
  caps: [{ provider: 'runway', currency: 'credits', max: '100', per: 'run' }],
  guard: { stops: true, above: '500' },
  pinnedCards: { runway: 'a'.repeat(64) },
  connectors: ['runway'],
  channel: { on: true, url: 'https://nord.example/release.json', publicKey: `${'A'.repeat(43)}=` },
  settings: { language: 'de', refreshEvery: 60 },
}

describe('just after installing', () => {
  /** The browser hands its policy over at the nth look; returns how often it was looked for before anybody was answered. */
  const looksUntil = async (nth: number, installType = 'normal') => {
    Object.assign(fakeBrowser, { management: { getSelf: async () => ({ installType }) } })
    let looks = 0
    const expected = expectPolicy(async () => {
      if (++looks === nth) await manage(whole)
    })
    const rules = await rulesAt('luma', undefined, 'https://a.example', 0)
    await expected
    return { looks, barred: rules?.barred }
  }
  test('a policy that comes a moment late is obeyed by whoever asked before it came', async () =>
    expect(await looksUntil(3)).toEqual({ looks: 3, barred: true }))
  test('one that is there is not waited for', async () => {
    await manage(whole)
    expect(await looksUntil(3)).toEqual({ looks: 0, barred: true })
  })
  test.each([
    ['normal', 8],
    ['admin', 40],
  ])('where there is none, an install that is %s looks for it %i times and no more', async (installType, looks) =>
    expect(await looksUntil(99, installType)).toEqual({ looks, barred: undefined }),
  )
})

describe('a policy', () => {
  test('is nothing where nobody manages the browser', async () => {
    expect(isManaged(await readPolicy())).toBe(false)
    expect(await settingsInForce()).toEqual(settings.initial())
    expect(await rulesAt('runway', undefined, 'https://a.example', 0)).toBeUndefined()
  })
  test('is read whole', async () => {
    await manage(whole)
    expect(await readPolicy()).toEqual({ policy: whole, faults: [] })
  })
  test('with a mistake in one part keeps the others in force, and names it', () => {
    const { policy, faults } = policyFrom({ ...whole, caps: [{ provider: 'runway' }], colour: 'red', __proto__: null })
    expect(faults.toSorted()).toEqual(['caps', 'colour'])
    expect(policy.vendors).toEqual(['runway'])
  })
  test('has the shape that Chrome is told', () => {
    const schema = JSON.parse(readFileSync('extension/public/policy.schema.json', 'utf8'))
    expect(Object.keys(schema.properties)).toEqual(Object.keys(policyParts))
    for (const part of ['guard', 'channel', 'settings'] as const)
      expect(Object.keys(schema.properties[part].properties)).toEqual(Object.keys(policyParts[part].shape))
  })
  test('locks settings over the user’s own', async () => {
    await change(settings, (was) => ({ ...was, language: 'fr', refreshEvery: 5 }))
    await manage(whole)
    expect(await settingsInForce()).toMatchObject({ language: 'de', refreshEvery: 60 })
  })
  test.each([
    [undefined, { stops: true, above: '500' }],
    [{ stops: false }, { stops: true, above: '500' }],
    [
      { stops: false, above: '100' },
      { stops: true, above: '100' },
    ],
    [
      { stops: false, above: '9000' },
      { stops: true, above: '500' },
    ],
  ])('has a guard that the user’s %o only makes stricter', async (guard, inForce) => {
    await change(settings, (was) => ({ ...was, guard }))
    await manage(whole)
    expect((await settingsInForce()).guard).toEqual(inForce)
  })
  test('says what may be run, and who says so', async () => {
    await manage(whole)
    expect(await rulesAt('runway', undefined, 'https://a.example', 0)).toMatchObject({
      organisation: 'Nord',
      models: ['gen4_turbo'],
      caps: [{ max: '100', left: '100' }],
    })
    expect(await rulesAt('luma', undefined, 'https://a.example', 0)).toMatchObject({ barred: true, caps: [] })
  })
  test('sets the channel, whatever the user chose', async () => {
    await save(channelChoice, { on: false })
    await manage(whole)
    expect((await channelInForce())?.url).toBe('https://nord.example/release.json')
  })
  test('pins a provider’s card: no other is taken, the bundled one neither', async () => {
    await manage(whole)
    expect(await pinsFor('https://a.example')).toEqual({ providers: { runway: 'a'.repeat(64) } })
    expect(await providerCard('runway')).toBeUndefined()
    expect((await providerCard('luma'))?.provider).toBe('luma')
  })
  test('allows the named connectors only', async () => {
    await manage(whole)
    expect(await connectorStop('runway')).toBeUndefined()
    expect(await connectorStop('fal')).toBe('not-in-policy')
  })
})
