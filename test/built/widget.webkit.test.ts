import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWebKit, webKitMissing, type WebKit } from './webkit'
import { buildWidget, serveSite } from './widget-site'

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
    await expect.poll(() => webkit.run(`return !!${inside(id, what)}`), { timeout: 20_000 }).toBe(true)
    return webkit.run(`return ${inside(id, what)}.textContent`)
  }

  test.each(['/', '/classic'])(
    'prices on a page with a strict policy, loaded as %s, and nothing is reported',
    async (path) => {
      await webkit.open(site.origin + path)
      expect(await text('price', '[part~=total]')).toBe('60 credits (≈ $0.60)')
      expect(await text('calculator', '.total')).toBe('60 credits')
      expect(await text('calculator', '.result')).toContain('of 625 leaves 565')
      expect(await text('early', '.total')).toBe('25 credits')
      expect(await text('missing', '[role=alert]')).toContain('could not load its prices')
      expect(await webkit.run('return reports')).toEqual([])
    },
  )

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
