import * as z from '../core/zod'
import { Instant } from '../core/account'

/** Why something could not be read. The codes are words of the catalogue (`problem.*`). */
export const Problem = z.strictObject({
  code: z.enum([
    'down', // no answer, or the server failed
    'slow', // no answer in time
    'signed-out', // 401
    'forbidden', // 403
    'missing', // 404, 410
    'throttled', // 429
    'nonsense', // not JSON, or not what the schema says
    'too-big',
    'elsewhere', // a redirect, or an address of another origin
    'other-provider', // an account of somebody else
    'older', // a card older than the one kept
  ]),
  /** Where in the answer the first fault is, for whoever runs the site. */
  detail: z.optional(z.string().check(z.maxLength(300))),
  at: Instant,
})
export type Problem = z.infer<typeof Problem>
export type ProblemCode = Problem['code']
