import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { helpPages, helpPage } from './help/pages'
import { priced, tools } from './pricing'
import { printed } from './pricing/credits'
import type { Settings } from './pricing/settings'
import type { PlanId } from './pricing/tool'

const folder = new URL('./help/', import.meta.url)
const texts = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => [file, readFileSync(new URL(file, folder), 'utf8')] as const)

/** Every price embedded in running text: its feature, its settings and the words that stand there without the widget. */
const embedded = texts.flatMap(([file, text]) =>
  [...text.matchAll(/<forecost-price ([^>]*)>([^<]*)<\/forecost-price>/g)].map(([, attributes, words]) => {
    const given = Object.fromEntries(
      [...attributes!.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    )
    return {
      file,
      words: words!,
      feature: given.feature!,
      plan: (given.plan ?? 'team') as PlanId,
      settings: settingsOf(given.settings),
    }
  }),
)

function settingsOf(query = ''): Settings {
  const pairs = [...new URLSearchParams(query.replaceAll('&amp;', '&'))]
  const typed: Record<string, boolean | null> = { true: true, false: false, null: null }
  return Object.fromEntries(pairs.map(([name, text]) => [name, text in typed ? typed[text] : text]))
}

describe('the help pages', () => {
  it.each(embedded.map((one) => [`${one.file}: ${one.feature} takes ${one.words}`, one] as const))('%s', (_, one) => {
    const { low, high } = priced(one.feature, one.settings, one.plan, '2026-11-21')
    expect(low).toBe(high)
    expect(one.words).toBe(`${printed(low)} ${printed(low) === '1' ? 'credit' : 'credits'}`)
  })

  it('embed calculators of tools that exist, each with words for readers without it', () => {
    const calculators = texts.flatMap(([, text]) => [
      ...text.matchAll(/<forecost-calculator [^>]*feature="([^"]*)"[^>]*>([^]*?)<\/forecost-calculator>/g),
    ])
    expect(calculators.length).toBeGreaterThan(10)
    expect(calculators.filter(([, feature, words]) => !tools[feature!] || words!.length < 20)).toEqual([])
  })

  it.each(helpPages.map((page) => page.id))('%s is a whole document without inline script or style', async (id) => {
    const html = await helpPage(id, {})
    expect(html).toMatch(/<h1 id="[a-z0-9-]+">/)
    expect(html).not.toMatch(/<script>|<style| style="|\*\*|\]\(|^\|/m)
    const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor)
    expect(anchors.filter((anchor) => !html.includes(`id="${anchor}"`))).toEqual([])
  })
})
