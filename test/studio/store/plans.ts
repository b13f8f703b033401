import { credits, type Micro } from '../pricing/credits'
import type { PlanId } from '../pricing/tool'
import type { GrantKind, RoleId } from './model'

/** The plans of the price page. `null`: no limit. */
export type PlanTerms = {
  name: string
  price: string
  cents: number
  perSeat: boolean
  monthly: { kind: 'plan' | 'pool'; amount: Micro } | null
  daily: Micro | null
  seat: Micro | null
  rollover: { months: number; upTo: Micro } | null
  slots: number
  queue: number
  runsADay: number | null
  modelsADay: number | null
  soonestFirst: boolean
}

export const plans: Record<PlanId, PlanTerms> = {
  free: {
    name: 'Free',
    price: '$0',
    cents: 0,
    perSeat: false,
    monthly: null,
    daily: credits(30),
    seat: null,
    rollover: null,
    slots: 1,
    queue: 0,
    runsADay: 20,
    modelsADay: 2,
    soonestFirst: false,
  },
  creator: {
    name: 'Creator',
    price: '$12 a month',
    cents: 1200,
    perSeat: false,
    monthly: { kind: 'plan', amount: credits(600) },
    daily: null,
    seat: null,
    rollover: { months: 1, upTo: credits(600) },
    slots: 3,
    queue: 5,
    runsADay: 200,
    modelsADay: 20,
    soonestFirst: false,
  },
  team: {
    name: 'Team',
    price: '$29 a seat and month',
    cents: 2900,
    perSeat: true,
    monthly: { kind: 'pool', amount: credits(4000) },
    daily: null,
    seat: null,
    rollover: { months: 1, upTo: credits(4000) },
    slots: 5,
    queue: 10,
    runsADay: 500,
    modelsADay: 60,
    soonestFirst: false,
  },
  studio: {
    name: 'Studio',
    price: '$79 a seat and month',
    cents: 7900,
    perSeat: true,
    monthly: { kind: 'pool', amount: credits(12_000) },
    daily: null,
    seat: credits(200),
    rollover: { months: 3, upTo: credits(36_000) },
    slots: 10,
    queue: 40,
    runsADay: null,
    modelsADay: null,
    soonestFirst: true,
  },
}

export const packs: Record<string, { amount: Micro; price: string; cents: number; plans: PlanId[] }> = {
  small: { amount: credits(400), price: '$4', cents: 400, plans: ['creator'] },
  large: { amount: credits(2200), price: '$20', cents: 2000, plans: ['creator', 'team', 'studio'] },
}

export const spendingOrder: GrantKind[] = ['daily', 'member', 'plan', 'pool', 'rollover', 'promo', 'trial', 'top-up']

export type Permission = 'generate' | 'history' | 'buy' | 'invite' | 'caps' | 'keys'
export const roles: Record<RoleId, { name: string; may: Permission[] }> = {
  owner: { name: 'Owner', may: ['generate', 'history', 'buy', 'invite', 'caps', 'keys'] },
  admin: { name: 'Admin', may: ['generate', 'history', 'buy', 'invite', 'caps'] },
  creator: { name: 'Creator', may: ['generate', 'history'] },
  viewer: { name: 'Viewer', may: ['history'] },
}

/** How long a run takes, in seconds, and the published waits. */
export const completion = (feature: string): number =>
  feature.includes('video') || feature === 'storyboard' || feature === 'avatar'
    ? 14
    : feature.includes('3d')
      ? 18
      : feature === 'enhance-prompt'
        ? 1
        : 5
export const queueWait = { low: 10, high: 90 }
export const relaxedWait = { low: 60, high: 600 }
