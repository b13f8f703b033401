import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Figure } from './estimate'

/** What a page has to load at most (gzip), by the design: a test holds it. */
export const budgets = [
  { what: 'overlay script', file: 'dist/extension/chrome-mv3/overlay.js', most: 30 * 1024 },
  { what: 'widget, ES module', file: 'dist/widget/forecost.js', most: 15 * 1024 },
  { what: 'widget, classic script', file: 'dist/widget/forecost.iife.js', most: 15 * 1024 },
]

/** Bytes of a file as a server sends it. */
export function gzipped(file: string): number {
  return gzipSync(readFileSync(new URL(`../../${file}`, import.meta.url)), { level: 9 }).length
}

/** Sizes against their budgets; a file that is not built is left out. */
export function benchSizes(): Figure[] {
  return budgets
    .filter(({ file }) => existsSync(new URL(`../../${file}`, import.meta.url)))
    .map(({ what, file, most }) => {
      const bytes = gzipped(file)
      return { what: `${what}, gzip`, value: kilobytes(bytes), budget: `<= ${kilobytes(most)}`, ok: bytes <= most }
    })
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`
}
