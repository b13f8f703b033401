import * as z from '../../core/zod'

const Words = z.string().check(z.maxLength(300))
const Read = z.strictObject({
  dimension: Words,
  label: Words,
  locator: Words,
  shown: Words,
  kind: z.enum(['value', 'count', 'none']),
})

/** What a page's script answers about what is read there, checked where it enters the popup. */
export const Reads = z.strictObject({
  forms: z
    .array(
      z.strictObject({
        feature: Words,
        how: z.enum(['markup', 'site', 'detected', 'pointed']),
        reads: z.array(Read).check(z.maxLength(500)),
        buttons: z.array(Words).check(z.maxLength(300)),
      }),
    )
    .check(z.maxLength(300)),
  balance: z.optional(z.strictObject({ locator: Words, number: z.optional(Words) })),
  unreadTexts: z.int(),
})
