import * as z from '../core/zod'
import { Name } from '../core/pricing'
import { SiteFile } from './sites/site-file'
import type { Item } from './storage'

/** A path of a site's pages; a star stands for any run of characters. */
export const Path = z.string().check(z.maxLength(300), z.regex(/^\/[^\s?#]*$/, 'a path such as /create/*'))

/** How the user wants the pages of one origin to be read. Written by the background only. */
export const Chosen = z.strictObject({
  /** Whose prices its forms run on, where the site does not say. */
  provider: z.optional(Name),
  /** What its pages sell, the latest choice first. */
  pages: z.array(z.strictObject({ path: Path, feature: Name })).check(z.maxLength(200)),
  /** What the user pointed at, or imported. */
  file: z.optional(SiteFile),
})
export type Chosen = z.infer<typeof Chosen>

export const chosenPrefix = 'chosen:'

export const chosen = (origin: string): Item<Chosen> => ({
  key: chosenPrefix + origin,
  version: 1,
  schema: Chosen,
  initial: () => ({ pages: [] }),
  migrations: {},
})

/** The pattern of a page's path: what looks like the name of one project or one run stands for any. */
export function pathPattern(path: string): string {
  return path
    .slice(0, 300)
    .split('/')
    .map((part) => (isName(part) ? '*' : part))
    .join('/')
}

/** Numbers, and long runs of letters and digits, are names of things, not of pages. */
function isName(part: string): boolean {
  return /^\d+$/.test(part) || (part.length >= 8 && /\d/.test(part) && /^[\w-]+$/.test(part)) || part.length > 40
}
