import { readFileSync } from 'node:fs'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { expect, test } from 'vitest'
import { english } from '../../../core/locales'
import { createServer } from '../../../core/cli/mcp-server'
import { instantOn } from '../../../core/day'
import { estimate } from '../../../core/estimate'
import { answerOf } from '../../../core/examples'
import type { RateCard, Request } from '../../../core/rate-card'
import { forecost } from './console'

test('the schema in docs is the one the code makes', async () => {
  const { out } = await forecost(['schema'])
  expect(`${out}\n`).toBe(readFileSync('docs/rate-card.schema.json', 'utf8'))
})

test('every field of the schema and of its parts has its words', async () => {
  type Part = { properties?: Record<string, { description?: string }>; anyOf?: Part[]; oneOf?: Part[] }
  const { out } = await forecost(['schema'])
  const schema = JSON.parse(out) as Part & { $defs: Record<string, Part> }
  const silent = Object.entries({ ...schema.$defs, RateCard: schema }).flatMap(([name, part]) =>
    [part, ...(part.anyOf ?? []), ...(part.oneOf ?? [])]
      .flatMap(({ properties = {} }) => Object.entries(properties))
      .filter(([, { description }]) => !description)
      .map(([field]) => `${name}.${field}`),
  )
  expect(silent).toEqual([])
})

test('the conformance vectors answer themselves from their own file', async () => {
  const shapes = readFileSync('test/core/shapes/a-counted.json', 'utf8')
  const { out } = await forecost(['vectors', 'a.json'], { 'a.json': shapes })
  const { cards, vectors } = JSON.parse(out) as {
    cards: Record<string, RateCard>
    vectors: { card: string; feature: string; request: Request; on: string; answer: string }[]
  }
  const wrong = vectors.filter(({ card, feature, request, on, answer }) => {
    const given = cards[card]!
    return answerOf(estimate(given, feature, request, instantOn(on, given.timeZone))) !== answer
  })
  expect(wrong).toEqual([])
  expect(vectors.some(({ card }) => card.startsWith('shape-'))).toBe(true)
})

test('an agent is told the same as the command line', async () => {
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  const io = {
    out() {},
    err() {},
    lines: () => undefined,
    read: async () => '',
    write: async () => {},
    now: () => new Date('2026-11-21'),
    lang: 'en',
  }
  const { server } = createServer(io, english)
  const client = new Client({ name: 'test', version: '1' })
  await Promise.all([server.connect(ours), client.connect(theirs)])
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(['list', 'quote'])
  const request = { model: 'gen4_turbo', duration: 5 }
  const quoted = await client.callTool({
    name: 'quote',
    arguments: { provider: 'runway', feature: 'text-to-video', request },
  })
  const { out } = await forecost(['quote', 'runway', 'text-to-video', 'model=gen4_turbo', 'duration=5'])
  expect(quoted.content).toEqual([{ type: 'text', text: out }])
  const file = await client.callTool({ name: 'quote', arguments: { provider: '../card.json', feature: 'x' } })
  expect(file.isError).toBe(true)
  await client.close()
})
