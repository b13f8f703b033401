import type { SiteFile } from './site-file'

/**
 * The site files shipped with this version: one line a site, named as its file. Sites that mark themselves up need none, and most others
 * are detected; a file is for a site where detection alone is not enough.
 */
const shipped: { [id: string]: SiteFile } = {}

/** The shipped site files by id. */
export const siteFiles: { readonly [id: string]: SiteFile } = shipped
