import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { beforeAll, expect, test } from 'vitest'
import { buildWidget } from './widget-site'

// The command line as it is shipped: one file for Node, run as a process.

const bin = 'dist/cli/forecost.js'
beforeAll(() => {
  if (!existsSync(bin)) execFileSync('npx', ['tsx', 'build/cli.ts'], { stdio: 'inherit' })
}, 60_000)

const forecost = (args: string[], input = '', locale = 'C') =>
  spawnSync(process.execPath, [bin, ...args], { input, encoding: 'utf8', env: { ...process.env, LC_ALL: locale } })

test('prints a first real quote', () => {
  const { stdout, status } = forecost(['quote', 'runway', 'text-to-video', 'model=gen4_turbo', 'duration=5'])
  expect(stdout.split('\n')[0]).toMatch(/^25 credits/)
  expect(status).toBe(0)
})

test('speaks the language of the environment', () => {
  const quote = ['quote', 'runway', 'text-to-video', 'model=gen4_turbo', 'duration=5']
  expect(forecost(quote, '', 'de_DE.UTF-8').stdout).toMatch(/^25 Credits/)
  expect(forecost(['quote', 'runway', 'nope'], '', 'fr_FR.UTF-8').stderr).toMatch(/n’a pas de fonction « nope »/)
})

test('answers a thousand JSON lines in order', () => {
  const durations = Array.from({ length: 1000 }, (_, i) => 2 + (i % 9))
  const lines = durations.map((duration) =>
    JSON.stringify({ card: 'runway', feature: 'text-to-video', request: { model: 'gen4.5', duration } }),
  )
  const { stdout } = forecost(['quote'], lines.join('\n'))
  const totals = stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { total: { low: string } }).total.low)
  expect(totals).toEqual(durations.map((duration) => String(duration * 12)))
})

test('ships the examples of every card and of every shape that has a price', () => {
  const { cards, vectors } = JSON.parse(readFileSync('dist/cli/vectors.json', 'utf8')) as Record<
    'cards' | 'vectors',
    object
  >
  const asked = new Set((vectors as { card: string }[]).map(({ card }) => card))
  const folder = 'test/core/shapes'
  const shapes = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const priced = shapes.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Shape[])
  const inline = priced.flatMap(({ number, parts = [] }) =>
    parts.flatMap(({ card }, i) => (card === undefined ? [`shape-${number}-${i}`] : [])),
  )
  expect(inline.filter((id) => !asked.has(id) || !Object.hasOwn(cards, id))).toEqual([])
  expect(inline.length).toBeGreaterThan(40)
})
type Shape = { number: number; parts?: { card?: string }[] }

test('ends quietly when its reader does', () => {
  const { status, stderr } = spawnSync('sh', ['-c', `${process.execPath} ${bin} schema | head -c 100`], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test('seals a card as the build of the widget does', () => {
  buildWidget()
  const { stdout, status } = forecost(['check', '--seal', 'core/rate-cards/runway.json'])
  expect(status).toBe(0)
  expect(stdout).toBe(readFileSync('dist/widget/cards/runway.json', 'utf8'))
})

test('checks a card file and says no by its exit code', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forecost-'))
  expect(forecost(['new', 'acme', '--into', folder]).status).toBe(0)
  const path = join(folder, 'acme.json')
  expect(forecost(['check', path, '--strict']).status).toBe(0)
  writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8')}`)
  expect(forecost(['check', path]).status).toBe(0)
  writeFileSync(path, readFileSync(path, 'utf8').replace('"answer": "8"', '"answer": "9"'))
  expect(forecost(['check', path]).status).toBe(1)
  expect(forecost(['new', 'acme', '--into', folder]).stderr).toMatch(/cannot write/)
})

test('quotes for an agent over standard input and output', async () => {
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [bin, 'mcp', '--lang', 'en'] }))
  const request = { model: 'gen4_turbo', duration: 5 }
  const { content } = await client.callTool({
    name: 'quote',
    arguments: { provider: 'runway', feature: 'text-to-video', request },
  })
  expect(content).toEqual([{ type: 'text', text: expect.stringMatching(/^25 credits/) }])
  await client.close()
})
