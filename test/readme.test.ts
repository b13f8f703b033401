import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { withVendors } from '../build/readme'
import { loadCards } from '../core/rate-cards'

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'PRIVACY.md',
  'docs/core.md',
  'docs/rate-cards.md',
  'docs/embed.md',
  'docs/answers.md',
]
const read = (page: string) => readFileSync(new URL(`../${page}`, import.meta.url), 'utf8')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

test('the README lists the vendors of the registry (npm run readme)', async () => {
  const readme = read('README.md')
  expect(withVendors(readme, await loadCards())).toBe(readme)
})

describe.each(pages)('%s', (page) => {
  const text = read(page)
  test('links to files that are there', () => {
    const folder = page.includes('/') ? 'docs/' : ''
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) =>
      new URL(link!, `file:///${folder}`).pathname.slice(1),
    )
    expect(links.filter((link) => !existsSync(new URL(`../${link}`, import.meta.url)))).toEqual([])
  })
  test('names commands that are there', () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})
