import { expect, test } from 'vitest'
import { loadCard } from '../../../core/rate-cards'
import { isSealed } from '../../../core/seal'
import { sha256Of } from '../../../extension/channel/release'
import { forecost } from './console'

const card = JSON.stringify(await loadCard('runway'), null, 2)

type Slip = { says: string; from: string; to: string; finds: RegExp; code: number }
const slips: Slip[] = [
  {
    says: 'a misspelt field, with the nearest and all that are allowed',
    from: '"meter": "duration",\n          "amount"',
    to: '"metre": "duration",\n          "amount"',
    finds:
      /^c\.json:\d+:11: error: features\.video-to-video\.charges\[0\]\.metre: "metre" is not a field here; did you mean "meter"\?; allowed: .*amount/m,
    code: 1,
  },
  {
    says: 'a misspelt choice',
    from: '"grade": "third-party"',
    to: '"grade": "third-partie"',
    finds: /found "third-partie"; allowed: first-party, reseller, third-party; did you mean "third-party"\?/,
    code: 1,
  },
  {
    says: 'a name that is nowhere',
    from: '"meter": "seconds",\n              "per": 2,',
    to: '"meter": "second",\n              "per": 2,',
    finds:
      /features\.voice-dubbing\.charges\[0\]\.rates\[0\]\.meter: "second" is neither a dimension nor a meter; did you mean "seconds"\?/,
    code: 1,
  },
  {
    says: 'an amount that is none',
    from: '"gen4_aleph": "15"',
    to: '"gen4_aleph": "15 credits"',
    finds: /cells\.gen4_aleph: .*\(found "15 credits"\)/,
    code: 1,
  },
  {
    says: 'a table key that is no option',
    from: '"gen4_aleph": "15"',
    to: '"gen4_alef": "15"',
    finds: /"gen4_alef" is not an option of model; did you mean "gen4_aleph"\? \[tables\]/,
    code: 1,
  },
  {
    says: 'an example that does not replay',
    from: '"answer": "60"',
    to: '"answer": "61"',
    finds: /^c\.json:\d+:\d+: error: examples\[0\]: text-to-video says 61, but comes to 60 \[examples\]/m,
    code: 1,
  },
  {
    says: 'broken JSON, by line and column',
    from: '"format": 1,',
    to: '"format": 1,,',
    finds: /^c\.json:3:15: error: not JSON/m,
    code: 1,
  },
  {
    says: 'a card without a fault',
    from: '"format": 1,',
    to: '"format": 1,',
    finds: /^c\.json: 0 errors, .* examples replay/m,
    code: 0,
  },
]

test.each(slips)('check finds $says', async ({ from, to, finds, code }) => {
  expect(card).toContain(from)
  const session = await forecost(['check', 'c.json'], { 'c.json': card.replace(from, to) })
  expect(session.out).toMatch(finds)
  expect(session.code).toBe(code)
})

test('a line number leads to the place in the text', async () => {
  const text = card.replace('"grade": "third-party"', '"grade": "x"')
  const { out } = await forecost(['check', 'c.json'], { 'c.json': text })
  const [, line] = /^c\.json:(\d+):/m.exec(out)!
  expect(text.split('\n')[Number(line) - 1]).toContain('"grade": "x"')
})

test.each([
  ['100,000 brackets', '['.repeat(100_000) + ']'.repeat(100_000), /nested more than 40 deep/],
  ['three million characters', JSON.stringify('x'.repeat(3_000_000)), /more than 2000000 characters/],
  ['an empty file', '', /not JSON/],
  ['a list', '[]', /expected an object/],
  ['prototype names', '{"__proto__": {"format": 1}, "constructor": 1}', /__proto__/],
])('check refuses %s in words', async (_, text, words) => {
  const { out, code } = await forecost(['check', 'c.json'], { 'c.json': text })
  expect(out).toMatch(words)
  expect(code).toBe(1)
})

test('check prints what a card file is pinned by, as the extension reckons it', async () => {
  const { out } = await forecost(['check', '--sha256', 'c.json'], { 'c.json': card })
  expect(out.split('\n')[0]).toBe(`${await sha256Of(card)}  c.json`)
})
test('a bundled card has no bytes to pin', async () =>
  expect((await forecost(['check', '--sha256', 'runway'])).err).toMatch(/only a file/))

test('check --seal prints a sound card as it may lie beside the script of the widget', async () => {
  const { out, code } = await forecost(['check', '--seal', 'c.json'], { 'c.json': card })
  expect(code).toBe(0)
  expect(isSealed(`${out}\n`)).toBe(true)
  expect({ ...JSON.parse(out), $schema: '' }).toEqual({ ...JSON.parse(card), $schema: '' })
})
test('check --seal prints nothing of a card with errors but what is wrong with it', async () => {
  const { out, err, code } = await forecost(['check', '--seal', 'c.json'], { 'c.json': '{ "format": 1 }' })
  expect([out, code]).toEqual(['', 1])
  expect(err).toMatch(/^c\.json:1:\d+: error: /m)
})
test('check --seal takes one card at a time', async () =>
  expect((await forecost(['check', '--seal', 'runway', 'krea'])).code).toBe(2))

test('a new card passes its check', async () => {
  const { written, code } = await forecost(['new', 'acme', '--into', 'cards', '--currency', 'USD'])
  expect(code).toBe(0)
  const session = await forecost(['check', 'cards/acme.json'], written)
  expect(session.out).toMatch(/^cards\/acme\.json: 0 errors, 0 warnings, 0 notes; 3 of 3 examples replay$/m)
})

test.each(['', '-x', '../acme', '1st'])('new refuses the name "%s"', async (name) => {
  expect((await forecost(['new', '--', name])).code).toBe(2)
})
