import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startStudio, type Studio } from './server'
import { signedInAs } from './visitor'

const noon = Date.parse('2026-11-21T12:00:00Z')
const board = { shots: [5, 5, 5, 5], resolution: '720p', music: false }
const clip = { model: 'tide-2', resolution: '720p', duration: 5, variants: 1, speed: 'standard' }

let studio: Studio
beforeAll(async () => void (studio = await startStudio({ now: noon })))
afterAll(() => studio.close())
beforeEach(() => studio.store.reset({ now: noon }))

async function ended(ending: string, feature: string, settings: Record<string, unknown>) {
  studio.store.setBalance(studio.store.seatOf('kwame')!.workspace, 340_000_000)
  const kwame = await signedInAs(studio, 'kwame')
  await kwame.send('POST', '/dev/next', { ending })
  const { id } = (await kwame.press(feature, settings)).body
  const atPress = (await kwame.get('/api/me')).body.free
  studio.store.finish()
  const { entries } = (await kwame.get('/api/history?limit=500')).body
  const lines = entries.filter((entry: { run: string }) => entry.run === id)
  return { atPress, after: (await kwame.get('/api/me')).body.free, lines }
}

describe('a run that', () => {
  it('is done keeps its charge', async () => {
    const { atPress, after, lines } = await ended('done', 'text-to-video', clip)
    expect([atPress, after]).toEqual(['320', '320'])
    expect(lines).toMatchObject([{ amount: '20', outcome: 'done' }])
  })

  it('fails is refunded in full, on a line of its own that names the charge', async () => {
    const { atPress, after, lines } = await ended('failed', 'text-to-video', clip)
    expect([atPress, after]).toEqual(['320', '340'])
    expect(lines).toMatchObject([
      { amount: '20', outcome: 'failed' },
      { amount: '20', refundOf: lines[0].id },
    ])
  })

  it('is moderated stays charged', async () => {
    const { after, lines } = await ended('moderated', 'text-to-video', clip)
    expect(after).toBe('320')
    expect(lines).toMatchObject([{ amount: '20', outcome: 'failed' }])
  })

  it('stops half-way is charged for the shots that were made', async () => {
    const { atPress, after, lines } = await ended('partial', 'storyboard', board)
    expect(atPress).toBe('308')
    const kept = 340 - Number(after)
    expect([0, 8, 16, 24]).toContain(kept)
    expect(lines[1]).toMatchObject({ amount: String(32 - kept), refundOf: lines[0].id })
  })

  it('fails without a refund stays charged: a mistake to be found', async () => {
    const { after, lines } = await ended('unrefunded', 'text-to-video', clip)
    expect(after).toBe('320')
    expect(lines).toMatchObject([{ amount: '20', outcome: 'failed' }])
  })

  it('is charged twice has two lines: a mistake to be found', async () => {
    const { after, lines } = await ended('twice', 'text-to-video', clip)
    expect(after).toBe('300')
    expect(lines).toMatchObject([
      { amount: '20', outcome: 'done' },
      { amount: '20', outcome: 'done' },
    ])
  })

  it('was made dearer in secret is charged so until the reset', async () => {
    const kwame = await signedInAs(studio, 'kwame')
    await kwame.send('POST', '/dev/drift', { feature: 'text-to-video', times: 1.1 })
    const { lines } = await ended('done', 'text-to-video', clip)
    expect(lines).toMatchObject([{ amount: '22' }])
    studio.store.reset()
    expect((await ended('done', 'text-to-video', clip)).lines).toMatchObject([{ amount: '20' }])
  })

  it('is cancelled in the queue was never charged', async () => {
    studio.store.setBalance(studio.store.seatOf('kwame')!.workspace, 340_000_000)
    const kwame = await signedInAs(studio, 'kwame')
    const made = []
    for (let press = 0; press < 4; press += 1) made.push((await kwame.press('text-to-video', clip)).body)
    expect((await kwame.get('/api/me')).body.free).toBe('260')
    expect((await kwame.send('POST', `/api/runs/${made[3].id}/cancel`)).status).toBe(200)
    expect((await kwame.send('POST', `/api/runs/${made[0].id}/cancel`)).status).toBe(409)
    expect((await kwame.get('/api/me')).body.free).toBe('280')
    studio.store.finish()
    expect((await kwame.get('/api/me')).body.free).toBe('280')
  })
})

describe('the charge history', () => {
  it('pages from the oldest on, and ends', async () => {
    const kwame = await signedInAs(studio, 'kwame')
    const all = (await kwame.get('/api/history?limit=500')).body
    const paged = []
    for (let after = '' as string | null; after !== null;) {
      const { entries, next } = (await kwame.get(`/api/history?limit=7&after=${after}`)).body
      paged.push(...entries)
      after = next
    }
    expect(all.next).toBeNull()
    expect(paged).toEqual(all.entries)
    expect(paged.length).toBeGreaterThan(50)
  })

  it("holds a member's own charges, and the whole team's when asked", async () => {
    const aiko = await signedInAs(studio, 'aiko')
    const own = (await aiko.get('/api/history?limit=500')).body.entries
    const team = (await aiko.get('/api/history?limit=500&scope=team')).body.entries
    expect(own.some((entry: object) => 'member' in entry)).toBe(false)
    expect(team.filter((entry: { member: string }) => entry.member === 'aiko').length).toBe(own.length)
    expect(team.length).toBeGreaterThan(own.length)
  })

  it('can be had as a file, a line for each charge and refund of the team', async () => {
    const aiko = await signedInAs(studio, 'aiko')
    const { entries } = (await aiko.get('/api/history?limit=500&scope=team')).body
    const file = await aiko.get('/api/history.csv')
    expect(file.headers.get('content-type')).toContain('text/csv')
    const [head, ...rows] = String(file.body).trim().split('\r\n')
    expect(head).toBe('id,time,member,tool,settings,credits,outcome,refund of')
    expect(rows.map((row) => row.split(',')[0])).toEqual(entries.map((entry: { id: string }) => `"${entry.id}"`))
  })

  it('adds up to what was granted less what is left', async () => {
    const { workspace } = studio.store.seatOf('lena')!
    const runs = new Set(workspace.runs.map((run) => run.id))
    expect(workspace.entries.every((entry) => runs.has(entry.run))).toBe(true)
    const drained = workspace.runs.reduce((sum, run) => sum + run.drained.reduce((part, d) => part + d.amount, 0), 0)
    const charged = workspace.entries.reduce((sum, entry) => sum + (entry.refundOf ? -entry.amount : entry.amount), 0)
    expect(charged).toBe(drained)
  })
})
