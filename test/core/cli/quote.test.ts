import { expect, test } from 'vitest'
import { forecost } from './console'

type Case = { says: string; line: string; code: number; out?: RegExp[]; err?: RegExp[] }

const cases: Case[] = [
  {
    says: 'the total, its lines, the age of the prices and their source',
    line: 'quote runway text-to-video model=gen4_turbo duration=5',
    code: 0,
    out: [
      /^25 credits {2}≈ \$0\.25$/m,
      /video {2}5 s × 5 credits per second {2}25$/m,
      /prices of Apr 2026/,
      /github.com\/runwayml/,
    ],
  },
  {
    says: 'a range with what was not read',
    line: 'quote runway text-to-video model=veo3.1 duration=4',
    code: 0,
    out: [/^80–160 credits {2}/m, /Audio/],
  },
  {
    says: 'a combination that is not for sale, in the card’s words',
    line: 'quote runway text-to-video model=gen4_turbo input=text duration=5',
    code: 1,
    out: [/^price not known$/m, /starts from an image/],
  },
  {
    says: 'a rate where the length is open',
    line: 'quote luma reframe-video model=ray2',
    code: 1,
    out: [/^32 credits per second$/m],
  },
  {
    says: 'the price of another day',
    line: 'quote runway sound-effect duration=5 --on 2026-04-30',
    code: 0,
    out: [/^1–2 credits/m],
  },
  {
    says: 'another language’s numbers',
    line: 'quote elevenlabs voice-changer minutes=2.5 --lang de',
    code: 0,
    out: [/^2[.,]500 /m],
  },
  {
    says: 'another surface, unpriced',
    line: 'quote runway text-to-video model=gen4.5 duration=5 --surface app',
    code: 1,
    out: [/published for the API only/],
  },
  {
    says: 'a value that is nearly right',
    line: 'quote runway text-to-image model=gpt_image_2 quality=high resolution=4k',
    code: 2,
    out: [/did you mean “4K”\?/],
  },
  {
    says: 'a misspelt provider',
    line: 'quote runwya x',
    code: 2,
    err: [/no rate card “runwya”; did you mean “runway”\?/],
  },
  {
    says: 'a misspelt feature',
    line: 'quote runway text-to-vido',
    code: 2,
    err: [/no feature “text-to-vido”; did you mean “text-to-video”\?/],
  },
  {
    says: 'a misspelt dimension',
    line: 'quote runway text-to-video durration=5',
    code: 2,
    err: [/no dimension “durration”; did you mean “duration”\?/],
  },
  { says: 'a misspelt flag', line: 'quote runway text-to-video --onn x', code: 2, err: [/did you mean “--on”\?/] },
  { says: 'a day that is none', line: 'quote runway text-to-video --on 2026-02-30', code: 2, err: [/not a day/] },
  {
    says: 'a setting without a value',
    line: 'quote runway text-to-video fast',
    code: 2,
    err: [/written like this: duration=5/],
  },
  { says: 'a misspelt command', line: 'chek x', code: 2, err: [/did you mean “check”\?/] },
  { says: 'nothing asked at a terminal', line: 'quote', code: 2, err: [/nothing asked/] },
  { says: 'a file that is not there', line: 'quote ./no.json x', code: 2, err: [/cannot read \.\/no\.json/] },
]

test.each(cases)('says $says', async ({ line, code, out = [], err = [] }) => {
  const session = await forecost(line.split(' '))
  for (const pattern of out) expect(session.out).toMatch(pattern)
  for (const pattern of err) expect(session.err).toMatch(pattern)
  expect(session.code).toBe(code)
})

test('answers each JSON line in order, a wrong one with its error', async () => {
  const lines = [
    '{"card":"runway","feature":"text-to-video","request":{"model":"gen4_turbo","duration":5}}',
    'nope',
    '{"card":"runway","feature":"text-to-video","request":{"model":"gen4.5","duration":"5"},"lang":"de"}',
    '{"card":"runway","feature":"text-to-vido"}',
    '{"card":"runway","feature":"text-to-video","request":{"duration":{}}}',
  ]
  const { out, code } = await forecost(['quote'], {}, lines.join('\n'))
  const answers = out.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(answers.map(({ text, status, line }) => [text, status, line])).toEqual([
    ['25 credits', 'exact', undefined],
    [undefined, undefined, 2],
    ['60 Credits', 'exact', undefined],
    [undefined, undefined, 4],
    [undefined, undefined, 5],
  ])
  expect(code).toBe(2)
})

test('prints the same string in JSON and as text', async () => {
  const line = ['quote', 'runway', 'text-to-image', 'model=gpt_image_2', 'quality=high', 'resolution=4K', 'images=2']
  const [text, json] = [await forecost(line), await forecost([...line, '--json'])]
  expect(text.out.split('  ')[0]).toBe((JSON.parse(json.out) as { text: string }).text)
})

test('lists cards and what a feature’s dimensions allow', async () => {
  expect((await forecost(['list'])).out).toMatch(/^ +runway +Runway +credits/m)
  expect((await forecost(['list', 'luma'])).out).toMatch(/^ {2}upscale=none\|4K$/m)
})
