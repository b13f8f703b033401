import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startStudio, type Studio } from './server'
import { signedInAs } from './visitor'

const noon = Date.parse('2026-11-21T12:00:00Z')
const sketch = { model: 'sketch', speed: 'standard' }
const clip = { model: 'drift-3', resolution: '720p', audio: true, duration: 5, variants: 1, speed: 'standard' }
const model3d = { version: 'v1.4', input: 'text' }

let studio: Studio
beforeAll(async () => void (studio = await startStudio({ now: noon, seed: 3 })))
afterAll(() => studio.close())
beforeEach(() => studio.store.reset({ now: noon, seed: 3 }))

const workspaceOf = (member: string) => studio.store.seatOf(member)!.workspace
const setBalance = (member: string, amount: number) => studio.store.setBalance(workspaceOf(member), amount * 1_000_000)

describe('a press', () => {
  it('takes what the price page says and tells what is left', async () => {
    setBalance('aiko', 340)
    const aiko = await signedInAs(studio, 'aiko')
    const { status, body } = await aiko.press('text-to-video', clip)
    expect([status, body.amount, body.balance, body.currency]).toEqual([201, '25', '315', 'credits'])
  })

  it.each([
    [
      'short of credits',
      'aiko',
      24,
      'text-to-video',
      clip,
      402,
      { code: 'insufficient_credits', needed: '25', have: '24' },
    ],
    ['with the last credit', 'aiko', 25, 'text-to-video', clip, 201, { amount: '25', balance: '0' }],
    ['by a viewer', 'tom', 340, 'text-to-image', sketch, 403, { code: 'not_permitted' }],
    [
      'of what is not for sale',
      'aiko',
      340,
      'text-to-image',
      { model: 'sketch', speed: 'turbo' },
      422,
      { code: 'not_offered' },
    ],
    [
      'with a value no form sends',
      'aiko',
      340,
      'text-to-image',
      { model: 'gpt', speed: 'turbo' },
      422,
      { code: 'bad_settings', setting: 'model' },
    ],
    [
      'past the bounds of a number',
      'aiko',
      340,
      'text-to-video',
      { ...clip, duration: 13 },
      422,
      { code: 'bad_settings', setting: 'duration' },
    ],
    ['of a tool that is not there', 'aiko', 340, 'constructor', {}, 422, { code: 'bad_settings' }],
    ['of a free tool with nothing left', 'aiko', 0, 'enhance-prompt', {}, 201, { amount: '0', balance: '0' }],
  ])('%s', async (_, member, balance, feature, settings, status, answer) => {
    setBalance(member, balance)
    const reply = await (await signedInAs(studio, member)).press(feature, settings)
    expect(reply.status).toBe(status)
    expect(reply.body).toMatchObject(answer)
  })

  it('takes nothing when it is refused', async () => {
    setBalance('aiko', 24)
    const aiko = await signedInAs(studio, 'aiko')
    const before = (await aiko.get('/api/history?limit=500')).body.entries.length
    await aiko.press('text-to-video', clip)
    expect((await aiko.get('/api/me')).body.free).toBe('24')
    expect((await aiko.get('/api/history?limit=500')).body.entries.length).toBe(before)
  })

  it('by nobody is refused', async () => {
    const reply = await fetch(`${studio.url}/api/generate`, { method: 'POST', body: '{}' })
    expect(reply.status).toBe(401)
  })

  it.each([
    ['text', 'not json'],
    ['a list', '[]'],
    ['settings that are no object', '{"feature":"speech","settings":7}'],
    ['too much', JSON.stringify({ feature: 'speech', settings: { text: 'x'.repeat(70_000) } })],
  ])('whose body is %s is refused as malformed', async (_, body) => {
    const { cookie } = await signedInAs(studio, 'aiko')
    const reply = await fetch(`${studio.url}/api/generate`, { method: 'POST', body, headers: { cookie } })
    expect([reply.status, (await reply.json()).code]).toEqual([400, 'malformed'])
  })
})

describe('an open price', () => {
  it('is settled within the published range, and the same seed settles it alike', async () => {
    const totals = async () => {
      studio.store.reset({ now: noon, seed: 11 })
      setBalance('sofia', 9000)
      const sofia = await signedInAs(studio, 'sofia')
      const taken: number[] = []
      for (let run = 0; run < 40; run += 1) {
        taken.push(
          Number((await sofia.press('avatar', { mode: 'expressive', duration: 20, quality: 'sd' })).body.amount),
        )
        studio.store.finish()
      }
      return taken
    }
    const first = await totals()
    expect(first.filter((amount) => amount < 20 || amount > 50)).toEqual([])
    expect(new Set(first).size).toBeGreaterThan(5)
    expect(await totals()).toEqual(first)
  })
})

describe("the page's own price", () => {
  it.each([
    ['one number', clip, 200, { low: '25', high: '25' }],
    ['refused past the bounds', { ...clip, model: 'ember', duration: 0 }, 422, { code: 'bad_settings' }],
    ['refused where it is not sold', { ...clip, speed: 'relaxed' }, 422, { code: 'not_offered' }],
  ])('is %s, and nothing is charged', async (_, settings, status, answer) => {
    const aiko = await signedInAs(studio, 'aiko')
    const before = (await aiko.get('/api/me')).body.free
    const reply = await aiko.send('POST', '/api/quote', { feature: 'text-to-video', settings })
    expect(reply).toMatchObject({ status, body: answer })
    expect((await aiko.get('/api/me')).body.free).toBe(before)
  })
})

describe('limits', () => {
  it('refuse a second run at a time on Free', async () => {
    setBalance('lena', 30)
    const lena = await signedInAs(studio, 'lena')
    await lena.press('text-to-image', sketch)
    expect((await lena.press('text-to-image', sketch)).body).toMatchObject({ code: 'busy' })
    studio.store.finish()
    expect((await lena.press('text-to-image', sketch)).status).toBe(201)
  })

  it('queue the fourth run on Creator, hold its credits, and refuse the ninth', async () => {
    setBalance('kwame', 100)
    const kwame = await signedInAs(studio, 'kwame')
    const replies = []
    for (let press = 0; press < 9; press += 1) replies.push(await kwame.press('text-to-image', sketch))
    expect(replies.map((reply) => reply.body.state ?? reply.body.code)).toEqual([
      ...Array(3).fill('running'),
      ...Array(5).fill('queued'),
      'queue_full',
    ])
    const { body } = await kwame.get('/api/account')
    expect([body.held, body.grants[0].amount, body.queue.waiting]).toEqual(['20', '88', 5])
    studio.store.finish()
    expect((await kwame.get('/api/account')).body).toMatchObject({ held: '0', grants: [{ amount: '68' }] })
  })

  it('stop the third 3D model of the day on Free, until midnight UTC', async () => {
    setBalance('lena', 100)
    const lena = await signedInAs(studio, 'lena')
    const press = async () => {
      const reply = await lena.press('text-to-3d', model3d)
      studio.store.finish()
      return reply.body.code ?? 'made'
    }
    const before = workspaceOf('lena').runs.filter(
      (run) => run.at >= noon - 12 * 3600e3 && run.feature === 'text-to-3d',
    )
    expect(before).toEqual([])
    expect([await press(), await press(), await press()]).toEqual(['made', 'made', 'daily_limit'])
    studio.store.setNow(Date.parse('2026-11-22T00:00:00Z'))
    expect(await press()).toBe('made')
  })

  it('cap what a member takes from the team, whatever the team has', async () => {
    setBalance('noor', 5000)
    studio.store.setMember(studio.store.seatOf('noor')!.member, { cap: '1000000' })
    const used = (await (await signedInAs(studio, 'noor')).get('/api/account')).body.cap.used
    studio.store.setMember(studio.store.seatOf('noor')!.member, { cap: String(Number(used) + 30) })
    const noor = await signedInAs(studio, 'noor')
    expect((await noor.press('text-to-video', clip)).status).toBe(201)
    expect(await noor.press('text-to-video', clip)).toMatchObject({
      status: 402,
      body: { code: 'member_cap', needed: '25', have: '5' },
    })
  })

  it('leave the relaxed lane free of charge and of slots', async () => {
    setBalance('aiko', 0)
    const aiko = await signedInAs(studio, 'aiko')
    const relaxed = { model: 'lumen', quality: 'high', shape: 'wide', variants: 4, speed: 'relaxed' }
    const replies = []
    for (let press = 0; press < 7; press += 1) replies.push((await aiko.press('text-to-image', relaxed)).body)
    expect(replies.map(({ amount, state }) => `${amount} ${state}`)).toEqual(Array(7).fill('0 running'))
    expect(replies.every((run) => run.endsAt - run.startsAt >= 60_000)).toBe(true)
  })
})
