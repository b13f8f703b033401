import { readdirSync, readFileSync } from 'node:fs'
import * as z from '../../core/zod'

// How published rows become requests. A mapping renames keys and values and has no place for an amount: see README.md.

const Text = z.string()
const Texts = z.union([Text, z.array(Text)])
const Rename = z.record(Text, z.record(Text, Text))
const Request = z.record(Text, z.union([Text, z.array(Text)]))
const Path = z.array(Text)

export const Rule = z.strictObject({
  // which rows
  tool: z.optional(Texts),
  params: z.optional(z.record(Text, z.union([Text, z.array(Text), z.null()]))),
  kind: z.optional(Texts),
  ids: z.optional(z.array(Text)),
  // what to ask
  feature: z.optional(Text),
  request: z.optional(Request),
  values: z.optional(Rename),
  each: z.optional(z.array(Text)),
  on: z.optional(Text),
  currency: z.optional(Text),
  roundedTo: z.optional(Text),
  // a rate: which dimension it is by
  per: z.optional(Text),
  block: z.optional(Text),
  at: z.optional(z.tuple([Text, Text])),
  outputs: z.optional(z.literal(true)),
  // a field of the card, or a part of a bill
  field: z.optional(Path),
  minus: z.optional(Path),
  atMost: z.optional(Path),
  times: z.optional(Text),
  line: z.optional(Text),
  over: z.optional(Request),
  // or no price at all
  decline: z.optional(Text),
  note: z.optional(Text),
})
export type Rule = z.infer<typeof Rule>

export const Mapping = z.strictObject({
  vendor: Text,
  card: Text,
  days: z.optional(z.record(Text, Text)),
  values: z.optional(Rename),
  rules: z.array(Rule),
})
export type Mapping = z.infer<typeof Mapping>

/** Every mapping of this folder, one file a vendor. */
export function readMappings(): (Mapping & { file: string })[] {
  const folder = new URL('.', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return files.sort().map((file) => {
    const parsed = Mapping.safeParse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
    if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
    return { ...parsed.data, file }
  })
}
