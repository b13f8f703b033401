import * as z from '../core/zod'
import type { Account } from '../core/account'
import type { Locale } from '../core/locales'
import { Request, type RateCard } from '../core/rate-card'
import { Name } from '../core/pricing'
import { Origin } from './origin'
import { partNames } from './overlay/parts'
import type { Problem } from './problem'

/** How this run stands, for the icon. */
export const StateWord = z.enum(['exact', 'range', 'unpriced', 'low', 'short', 'limit', 'not-permitted', 'stale'])
export type StateWord = z.infer<typeof StateWord>

/** What an overlay may say to the background. Its site is never in the message: it is the sender's own origin. */
export const FromOverlay = z.discriminatedUnion('kind', [
  /** A page was opened, or is in front again: read what it may know, and answer with it. `card`: its `<link rel="rate-card">`. */
  z.strictObject({ kind: z.literal('open'), card: z.optional(z.string().check(z.maxLength(2000))) }),
  /** Answer with what is kept. */
  z.strictObject({ kind: z.literal('view') }),
  /** The page shows another balance: read the account again. */
  z.strictObject({ kind: z.literal('look') }),
  /** The user started a run: read the account until it moves, a few times at most. */
  z.strictObject({ kind: z.literal('pressed') }),
  /** Asks what else can be made, what would be cheaper and what the last change did, as lines to show. */
  z.strictObject({ kind: z.literal('answers'), feature: Name, request: Request, before: z.optional(Request) }),
  /** Put a part of the overlay into this page. */
  z.strictObject({ kind: z.literal('bring'), part: z.enum(partNames) }),
  z.strictObject({ kind: z.literal('state'), state: z.optional(StateWord) }),
])
export type FromOverlay = z.infer<typeof FromOverlay>

/** What our own pages may say to the background. */
export const FromOurPages = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refresh'), origin: z.optional(Origin) }),
  z.strictObject({ kind: z.literal('forget-everything') }),
])
export type FromOurPages = z.infer<typeof FromOurPages>

/** What an overlay is told. `changed` carries nothing: the overlay asks again, and gets what its own site may see. */
export type ToOverlay = { kind: 'changed' } | { kind: 'forms' }

/** What an overlay knows about its own site. */
export type SiteView =
  | { on: false }
  | {
      on: true
      card?: RateCard
      cardReadAt?: number
      cardProblem?: Problem
      account?: Account
      accountProblem?: Problem
      /** A reading is still under way: what is shown is older than the page. */
      accountPending?: true
      locale: Locale
    }

/** The forms on a page and what they ask for now, as an overlay tells the popup. */
export const Forms = z
  .array(z.strictObject({ feature: Name, request: Request, unread: z.array(Name), of: z.int() }))
  .check(z.maxLength(50))
export type Forms = z.infer<typeof Forms>
