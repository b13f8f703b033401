import * as z from '../core/zod'
import { Instant } from '../core/account'

/** Why something could not be read. The codes are words of the catalogue (`problem.*`). */
export const Problem = z.strictObject({
  code: z.enum([
    'down', // no answer, or the server failed
    'slow', // no answer in time
    'offline', // the browser says there is no network
    'signed-out', // 401
    'forbidden', // 403
    'missing', // 404, 410
    'throttled', // 429
    'nonsense', // not JSON, or not what the schema says
    'too-big',
    'elsewhere', // a redirect, or an address of another origin
    'other-provider', // an account of somebody else
    'older', // a card older than the one kept
    'empty', // a card without a feature, or nothing at all
    'contradicts', // a card whose own examples come to something else
    'stopped', // a signed update has switched the connector off
    'not-in-policy', // the organisation does not allow the connector
    'not-pinned', // not the card whose SHA-256 is fixed
    // What a vendor's API says, as its connector understands it.
    'bad-key',
    'no-permission', // the key may not read the balance
    'no-plan',
    'no-account',
    'out-of-credit',
    'no-data', // none of the calls tells a balance to this key
    'clock', // signed with a time the vendor refuses: our clock is off
    'no-key', // not kept here: restored from a file without keys
    'not-allowed', // the permission for the vendor's host was taken back
    'unread', // the page shows no number that could be read
  ]),
  /** Where in the answer the first fault is, for whoever runs the site. */
  detail: z.optional(z.string().check(z.maxLength(300))),
  /** Asked to wait until then. */
  until: z.optional(Instant),
  at: Instant,
})
export type Problem = z.infer<typeof Problem>
export type ProblemCode = Problem['code']
