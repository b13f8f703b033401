import { beforeEach, describe, expect, it } from 'vitest'
import { credits, printed } from './pricing/credits'
import { createStore, type Store } from './store'
import { spendable } from './store/grants'
import type { Grant, GrantKind } from './store/model'

const noon = Date.parse('2026-11-21T12:00:00Z')
const day = 86_400_000
let store: Store
beforeEach(() => void (store = createStore({ now: noon })))

const grant = (kind: GrantKind, left: number, expires: number | null = noon + 30 * day): Grant => ({
  id: `${kind}-${left}-${expires}`,
  kind,
  name: kind,
  left: credits(left),
  expires,
})

describe('credits are spent', () => {
  it.each([
    [
      'by kind on Creator, the soonest to expire of a kind first',
      'kwame',
      [
        grant('top-up', 5, null),
        grant('promo', 3, noon + day),
        grant('rollover', 2),
        grant('plan', 7),
        grant('top-up', 6),
      ],
      ['plan 7', 'rollover 2', 'promo 3', 'top-up 6', 'top-up 5'],
    ],
    [
      'by what lapses first on Studio',
      'diego',
      [grant('top-up', 5, null), grant('promo', 3, noon + day), grant('rollover', 2, noon + 9 * day), grant('pool', 7)],
      ['promo 3', 'rollover 2', 'pool 7', 'top-up 5'],
    ],
    [
      'from the daily refill first on Free',
      'lena',
      [grant('trial', 15), grant('daily', 30, noon + day / 2)],
      ['daily 30', 'trial 15'],
    ],
    ['never from what has lapsed', 'kwame', [grant('promo', 9, noon), grant('plan', 4)], ['plan 4']],
    ['never from another seat', 'diego', [{ ...grant('member', 9), member: 'priya' }, grant('pool', 4)], ['pool 4']],
  ])('%s', (_, member, grants, order) => {
    const seat = store.seatOf(member)!
    seat.workspace.grants = grants
    const found = spendable(seat.workspace, seat.member, noon).map(({ kind, left }) => `${kind} ${printed(left)}`)
    expect(found).toEqual(order)
  })

  it('across two grants when the first does not reach', () => {
    const seat = store.seatOf('kwame')!
    seat.workspace.grants = [grant('plan', 3), grant('top-up', 9)]
    store.generate(seat, { feature: 'text-to-image', settings: { model: 'sketch', speed: 'standard' }, title: '' })
    expect(seat.workspace.grants.map(({ left }) => printed(left))).toEqual(['0', '8'])
  })
})

describe('as time passes', () => {
  const left = (member: string, kind: GrantKind) =>
    spendable(store.seatOf(member)!.workspace, store.seatOf(member)!.member, store.now())
      .filter((one) => one.kind === kind)
      .map((one) => printed(one.left))

  it('the daily grant is topped up to 30 at midnight, not added to', () => {
    store.setNow(Date.parse('2026-11-24T00:00:00Z'))
    expect(left('lena', 'daily')).toEqual(['30'])
  })

  it('what is left of the month rolls over once, and lapses a month later', () => {
    const { workspace } = store.seatOf('kwame')!
    workspace.grants = [{ ...grant('plan', 120), expires: workspace.renewsAt }]
    const renews = workspace.renewsAt
    store.setNow(renews)
    expect([left('kwame', 'plan'), left('kwame', 'rollover')]).toEqual([['600'], ['120']])
    store.setNow(renews + 32 * day)
    expect([left('kwame', 'plan'), left('kwame', 'rollover')]).toEqual([['600'], ['600']])
  })

  it('every seat on Studio has its own grant each month, viewers none', () => {
    const seat = store.seatOf('diego')!
    seat.workspace.members[2]!.role = 'viewer'
    store.setNow(seat.workspace.renewsAt)
    expect(left('diego', 'member')).toEqual(['200'])
    expect(left('priya', 'member')).toEqual([])
  })

  it("a change of plan gives the new plan's month at once and ends the old one", () => {
    const { workspace } = store.seatOf('lena')!
    store.setPlan(workspace, 'creator')
    expect([left('lena', 'daily'), left('lena', 'plan')]).toEqual([[], ['600']])
  })
})

describe('the seeded past', () => {
  it('is the same for the same seed and time, and another for another', () => {
    const lines = (seed: number) => JSON.stringify(createStore({ now: noon, seed }).workspaces())
    expect(lines(5)).toBe(lines(5))
    expect(lines(5)).not.toBe(lines(6))
  })

  it('holds failures that were refunded and runs that were moderated', () => {
    const runs = store.workspaces().flatMap((workspace) => workspace.runs)
    expect(new Set(runs.map((run) => run.state))).toEqual(new Set(['done', 'failed', 'moderated']))
  })
})
