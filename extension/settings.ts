import * as z from '../core/zod'
import { Origin } from './origin'
import type { Item } from './storage'

/** What the user may set. Written by our own pages only. */
export const Settings = z.strictObject({
  /** A language tag, or the browser's own. */
  language: z.union([z.literal('browser'), z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/))]),
  /** How often accounts are read while no page asks, in minutes; 0: never. */
  refreshEvery: z.int().check(z.gte(0), z.lte(1440)),
  /** Sites the user allowed but has switched off. */
  off: z.array(Origin).check(z.maxLength(1000)),
})
export type Settings = z.infer<typeof Settings>

export const settings: Item<Settings> = {
  key: 'settings',
  version: 1,
  schema: Settings,
  initial: () => ({ language: 'browser', refreshEvery: 30, off: [] }),
  migrations: {},
}
