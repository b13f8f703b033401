import * as z from '../../core/zod'
import { Name, Option, Text, Value } from '../../core/pricing'

// A site file is plain data: where the controls of a site's forms are, and what their words mean. It is shipped, comes through the update
// channel, or is written by the picker for a page its user pointed at; all three have this one shape and pass this one schema.

const Words = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[^\p{C}]*$/u, 'printable words'))

/**
 * One way of finding an element again. Several are kept for each, and vote: `css` a selector (">>>" steps into an open shadow root),
 * `role-name` a role with its accessible name, `label` the name given on purpose, `near` the words right before it, `text` what it
 * says (buttons), `attribute` one attribute of it, `options` the choices it offers. Words are compared as detection compares them:
 * folded, without numbers that stand for the value shown.
 */
export const Locator = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('css'), value: z.string().check(z.minLength(1), z.maxLength(500)) }),
  z.strictObject({ by: z.literal('role-name'), role: Name, value: Words }),
  z.strictObject({ by: z.literal('label'), value: Words }),
  z.strictObject({ by: z.literal('near'), value: Words }),
  z.strictObject({ by: z.literal('text'), value: Words }),
  z.strictObject({ by: z.literal('attribute'), name: Name, value: Words }),
  z.strictObject({ by: z.literal('options'), value: z.array(Words).check(z.minLength(1), z.maxLength(200)) }),
])
export type Locator = z.infer<typeof Locator>
const Locators = z.array(Locator).check(z.minLength(1), z.maxLength(8))

/** Where one dimension is read, and what the words there mean to the card where they are not the card's own. null: known not to be there. */
export const Binding = z.strictObject({
  locators: Locators,
  /** What the page shows -> the card's value. Words that are not listed are read as detection reads them. */
  values: z.optional(
    z.record(Words, Value).check(z.refine((values) => Object.keys(values).length <= 300, 'at most 300')),
  ),
  /** What kind of control it was when it was bound: a control that has become another kind is lost. */
  kind: z.optional(z.enum(['choice', 'plain', 'trigger', 'toggle', 'number', 'prompt', 'files'])),
})
export type Binding = z.infer<typeof Binding>

/** One form of a site: what it buys, what starts it, and its settings. */
export const SiteForm = z.strictObject({
  feature: Name,
  /** Address patterns of the pages that have it, such as "https://app.example.com/create/*"; none: every page of the site. */
  pages: z.optional(z.array(z.string().check(z.maxLength(300))).check(z.maxLength(20))),
  /** The box around the form; without it, the smallest that holds the button and the controls. */
  root: z.optional(Locators),
  generate: Locators,
  dimensions: z
    .record(Name, Binding)
    .check(z.refine((dimensions) => Object.keys(dimensions).length <= 60, 'at most 60 dimensions')),
  /** Dimensions the page never shows and which are always the same there. */
  always: z.optional(z.record(Name, Value)),
})
export type SiteForm = z.infer<typeof SiteForm>

export const Version = z.string().check(z.regex(/^\d{1,6}(\.\d{1,6}){0,3}$/, 'a version such as 0.2.1'))
export const Pattern = z
  .string()
  .check(
    z.regex(
      /^(https?|\*):\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?\/\S{0,200}$/,
      'an address such as https://app.example.com/*',
    ),
  )

/** One site: its addresses, whose prices it runs on, and its forms. `version` only grows: a lower one never takes a higher one's place. */
export const SiteFile = z
  .strictObject({
    format: z.literal(1),
    id: Name,
    name: Text,
    version: z.int().check(z.gte(1)),
    /** Versions of the add-on below this one leave the file alone. */
    minVersion: z.optional(Version),
    /** Switched off: the overlay stays away from the site. */
    disabled: z.optional(z.boolean()),
    match: z.array(Pattern).check(z.minLength(1), z.maxLength(20)),
    /** Whose card prices its forms. Where the site serves a card of its own for the same provider, that one counts. */
    card: z.strictObject({ provider: Name }),
    forms: z.array(SiteForm).check(z.maxLength(50)),
    /** Where the page shows what is left. */
    balance: z.optional(z.strictObject({ locators: Locators, currency: z.optional(Option) })),
    /** The day somebody last held it against the site. */
    checkedOn: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a day'))),
  })
  .check(z.refine(({ forms, balance }) => forms.length > 0 || balance !== undefined, 'forms, or where the balance is'))
export type SiteFile = z.infer<typeof SiteFile>

/** Characters of a site file at most, before it is even parsed. */
export const SITE_FILE_BYTES = 200_000

/** Reads a site file from text, as it is imported or comes through the channel; what is wrong with it otherwise, in one line. */
export function readSiteFile(
  text: string,
): { file: SiteFile; fault?: undefined } | { fault: string; file?: undefined } {
  if (text.length > SITE_FILE_BYTES) return { fault: `more than ${SITE_FILE_BYTES} characters` }
  try {
    const parsed = SiteFile.safeParse(JSON.parse(text))
    if (parsed.success) return { file: parsed.data }
    const [issue] = parsed.error.issues
    return { fault: `${issue!.path.join('.')}: ${issue!.message}`.slice(0, 300) }
  } catch {
    return { fault: 'not JSON' }
  }
}
