import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWebKit, webKitMissing, type WebKit } from './webkit'
import { buildWidget, serveSite, toldOf } from './widget-site'

const missing = webKitMissing()
if (missing) console.warn(`WebKit is untried: this machine lacks ${missing}`)

describe.skipIf(missing)('in WebKit', () => {
  let site: { origin: string; server: Server }
  let webkit: WebKit
  beforeAll(async () => {
    buildWidget()
    site = await serveSite()
    webkit = await startWebKit()
  }, 60_000)
  afterAll(async () => {
    await webkit?.close()
    site?.server.close()
  })

  const inside = (id: string, what: string) => `document.querySelector('#${id}')?.shadowRoot?.querySelector('${what}')`
  async function text(id: string, what: string): Promise<string> {
    await expect.poll(() => webkit.run(`return !!${inside(id, what)}`)).toBe(true)
    return webkit.run(`return ${inside(id, what)}.textContent`)
  }

  test.each(['/', '/classic', '/versions'])(
    'prices on a page with a strict policy, loaded as %s, and each fault is told to reader and author',
    async (path) => {
      await webkit.open(site.origin + path)
      expect(await text('price', '[part~=total]')).toBe('60 credits (≈ $0.60)')
      expect(await text('calculator', '.total')).toBe('60 credits')
      expect(await text('calculator', '.result')).toContain('of 625 leaves 565')
      expect(await text('early', '.total')).toBe('25 credits')
      expect(await text('calculator', 'header')).toContain('What will it cost?')
      expect(await text('missing', '[role=alert]')).toContain('could not load its prices')
      // The words for what is in the card are a script of their own.
      await expect.poll(() => text('unknown', '[role=alert]')).toContain('It has: video')
      await expect.poll(() => text('malformed', '[role=alert]')).toContain('rate card is not valid')
      await expect
        .poll(async () => (await webkit.run<string[]>('return said')).sort())
        .toEqual(toldOf(site.origin, path))
      expect(await webkit.run('return reports')).toEqual([])
    },
  )

  test('moved while its card is on the way, it prices once it is there; what an attribute says in vain is told', async () => {
    await webkit.open(`${site.origin}/slow`)
    await webkit.run(`
      const element = document.createElement('forecost-calculator')
      Object.assign(element, { id: 'put', card: '/slow.json?moved', feature: 'video', plan: 'gold', theme: 'blue' })
      document.body.append(element)
      element.remove()
      document.querySelector('main').prepend(element)`)
    expect(await text('put', '.total')).toMatch(/credits$/)
    await expect
      .poll(() => webkit.run('return said'))
      .toEqual([
        '<forecost-calculator> theme="blue": it may be light, dark',
        '<forecost-calculator> plan="gold": the plans of Nord Studio are standard',
      ])
  })

  test('follows a change at once', async () => {
    await webkit.open(`${site.origin}/`)
    await text('calculator', '.total')
    const shown = await webkit.run(`
      const box = ${inside('calculator', '#f-duration')}
      box.value = '7'
      box.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
      return ${inside('calculator', '.total')}.textContent`)
    expect(shown).toBe('84 credits')
  })
})
