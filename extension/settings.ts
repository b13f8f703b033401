import * as z from '../core/zod'
import { Origin } from './origin'
import { corners } from './overlay/corner'
import type { Item } from './storage'

/** An amount as a user writes it. */
export const Above = z.string().check(z.regex(/^\d{1,20}(\.\d{1,10})?$/, 'an amount such as 1000'))

/** When to ask before a run; neither: never. */
export const Guard = z.strictObject({
  /** Before runs that pass the balance, a cap or a limit. */
  stops: z.boolean(),
  /** Before runs that take more than this, in the unit the tool charges in. */
  above: z.optional(Above),
})
export type Guard = z.infer<typeof Guard>

export const Corner = z.enum(corners)

/** What the user may set. Written by the background and our own pages only. */
export const Settings = z.strictObject({
  /** A language tag, or the browser's own. */
  language: z.union([z.literal('browser'), z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/))]),
  /** How often accounts are read while no page asks, in minutes; 0: never. */
  refreshEvery: z.int().check(z.gte(0), z.lte(1440)),
  /** Sites the user allowed but has switched off. */
  off: z.array(Origin).check(z.maxLength(1000)),
  /** Absent: the guard is off. */
  guard: z.optional(Guard),
  /** Where the chips of a site stand, where the user has moved them away from their buttons. */
  corners: z.optional(
    z.record(Origin, Corner).check(z.refine((all) => Object.keys(all).length <= 1000, 'at most 1000')),
  ),
})
export type Settings = z.infer<typeof Settings>

export const settings: Item<Settings> = {
  key: 'settings',
  version: 1,
  schema: Settings,
  initial: () => ({ language: 'browser', refreshEvery: 30, off: [] }),
  migrations: {},
}
