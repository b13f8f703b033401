import * as z from '../../core/zod'

const Key = z.strictObject({
  key: z.string().check(z.maxLength(5000)),
  secret: z.optional(z.string().check(z.maxLength(5000))),
  ids: z.optional(z.record(z.string(), z.string())),
})

/** API keys by account, as a backup holds them where its user asked for that. */
export const Keys = z.record(z.string().check(z.maxLength(100)), Key)
export type Keys = z.infer<typeof Keys>
