import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { forecost } from '../cli/console'

// The guide's cards and quotes are run, so that what a newcomer copies works.

const guide = readFileSync('docs/rate-cards.md', 'utf8')
const blocks = (language: string) =>
  [...guide.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].filter(([, l]) => l === language)
const files = Object.fromEntries(
  blocks('json').map(([, , text]) => [`${(JSON.parse(text!) as { provider: string }).provider}.json`, text!]),
)
const quotes = blocks('text')
  .flatMap(([, , text]) => text!.split(/^\$ forecost /m).slice(1))
  .map((said) => {
    const [line, ...rest] = said.trim().split('\n')
    return { line: line!, says: rest.join('\n') }
  })

test('the guide has three cards and their quotes', () => {
  expect(Object.keys(files)).toEqual(['inkwell.json', 'loop.json', 'harbour.json'])
  expect(quotes.length).toBeGreaterThanOrEqual(4)
})

describe.each(Object.keys(files))('%s of the guide', (name) => {
  test('passes the strict check', async () => {
    const { out, code } = await forecost(['check', name, '--strict'], files)
    expect(out).toMatch(/: 0 errors, 0 warnings, \d+ notes?; (\d+) of \1 examples replay$/)
    expect(code).toBe(0)
  })
})

test.each(quotes)('forecost $line', async ({ line, says }) => {
  const { out } = await forecost(line.split(' '), files)
  expect(out.startsWith(says)).toBe(true)
})
