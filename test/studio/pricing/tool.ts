import type { Micro } from './credits'
import type { Settings } from './settings'

export type PlanId = 'free' | 'creator' | 'team' | 'studio'

/** What a price may hang on beside the settings. `day` is "2026-11-21", UTC. `luck`, 0 to below 1, settles what the page leaves open. */
export type Terms = { plan: PlanId; day: string; luck: number }

/** The price of one press, in millionths; throws a Refusal. */
export type Tool = (settings: Settings, terms: Terms) => Micro
