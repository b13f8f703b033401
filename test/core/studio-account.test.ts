import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Account } from '../../core/account'
import { estimate } from '../../core/estimate'
import type { RateCard } from '../../core/rate-card'
import { standing } from '../../core/standing'
import { parsed } from '../studio/pricing/credits'
import { startStudio, type Studio } from '../studio/server'
import json from '../studio/rate-card.json'
import { ask, signedInAs } from '../studio/visitor'

const card = json as unknown as RateCard
const noon = Date.parse('2026-11-21T12:00:00Z')
const members = ['ingrid', 'mateo', 'aiko', 'noor', 'tom', 'sofia', 'diego', 'priya', 'kwame', 'lena']
let studio: Studio
beforeAll(async () => void (studio = await startStudio({ now: noon })))
afterAll(() => studio.close())

describe("the studio's account endpoint", () => {
  it.each(members)('answers an Account for %s, idle and with runs in flight', async (member) => {
    const seat = await signedInAs(studio, member)
    expect(Account.safeParse((await seat.get('/api/account')).body).error?.issues).toBeUndefined()
    for (let run = 0; run < 7; run += 1) await seat.press('text-to-image', { model: 'sketch', speed: 'standard' })
    expect(Account.safeParse((await seat.get('/api/account')).body).error?.issues).toBeUndefined()
    await ask(studio.url, 'POST', '/dev/reset', { now: noon })
  })
})

type Settings = Record<string, string | number | boolean | null>
const sketch: [string, Settings] = ['text-to-image', { model: 'sketch', speed: 'standard' }]
const clip: [string, Settings] = [
  'text-to-video',
  { model: 'drift-3', resolution: '1080p', audio: true, duration: 12, variants: 4, speed: 'standard' },
]
const model3d: [string, Settings] = ['text-to-3d', { version: 'v1.4', input: 'text' }]

const quoteOf = (feature: string, settings: Settings, { plan }: Account) =>
  estimate(
    card,
    feature,
    { ...('plan' in card.features[feature]!.dimensions && { plan }), ...settings },
    new Date(noon),
  )

/** What we say before each press, and what the studio then does, until it has been pressed `times`. */
async function said(member: string, [feature, settings]: [string, Settings], times: number, finish: boolean) {
  const seat = await signedInAs(studio, member)
  const lines: { said: string; did: string }[] = []
  for (let press = 0; press < times; press += 1) {
    const account = Account.parse((await seat.get('/api/account')).body)
    const quote = quoteOf(feature, settings, account)
    const { status, after, binding } = standing(quote, account, card, noon)
    const reply = await seat.press(feature, settings)
    const stopped = ['short', 'limit', 'not-permitted'].includes(status)
    lines.push({ said: stopped ? `no: ${binding?.kind}` : String(after?.low), did: did(reply) })
    if (finish) studio.store.finish()
  }
  await ask(studio.url, 'POST', '/dev/reset', { now: noon })
  return lines
}
const stops: Record<string, string> = {
  insufficient_credits: 'balance',
  member_cap: 'cap',
  not_permitted: 'role',
  daily_limit: 'runs',
  busy: 'concurrent',
  queue_full: 'queue',
}
const did = ({ status, body }: Awaited<ReturnType<typeof ask>>) =>
  status === 201 ? String(body.balance) : `no: ${stops[body.code]}`

describe('the standing we say is what the studio does', () => {
  it.each<[string, string, [string, Settings], number, boolean, string | null]>([
    ['until the pool is empty', 'aiko', clip, 14, true, 'balance'],
    ["until the member's cap is reached", 'noor', sketch, 4, true, 'cap'],
    ['until the queue is full', 'kwame', sketch, 10, false, 'queue'],
    ['while a run is under way on Free', 'lena', sketch, 2, false, 'concurrent'],
    ['until the third 3D model of the day', 'lena', model3d, 4, true, 'runs'],
    ['for one who may only look', 'tom', sketch, 1, true, 'role'],
    ['across the grants of the Studio plan', 'diego', clip, 8, true, null],
  ])('%s (%s)', async (_, member, job, times, finish, stop) => {
    const lines = await said(member, job, times, finish)
    expect(lines.map((line) => line.said)).toEqual(lines.map((line) => line.did))
    expect(lines.at(-1)!.did.startsWith('no: ') ? lines.at(-1)!.did.slice(4) : null).toBe(stop)
  })

  it('and it drains the grants that the studio drains', async () => {
    for (const member of ['aiko', 'diego', 'kwame', 'lena']) {
      const seat = await signedInAs(studio, member)
      const [feature, settings] = member === 'lena' ? model3d : clip
      const before = Account.parse((await seat.get('/api/account')).body)
      const quote = quoteOf(feature, settings, before)
      const { drains } = standing(quote, before, card, noon)
      await seat.press(feature, settings)
      const after = new Map(Account.parse((await seat.get('/api/account')).body).grants!.map((g) => [g.id, g.amount]))
      const taken = before
        .grants!.map((g) => [g.id, parsed(String(g.amount)) - parsed(String(after.get(g.id) ?? 0))] as const)
        .filter(([, amount]) => amount > 0)
      expect(drains.map(({ grant, amount }) => [grant.id, parsed(amount.low)])).toEqual(taken)
      await ask(studio.url, 'POST', '/dev/reset', { now: noon })
    }
  })
})
