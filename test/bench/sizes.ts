import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Figure } from './estimate'

/** What a page has to load at most (gzip), by the design: a test holds it. */
export const budgets = [
  { what: 'overlay script', files: ['dist/extension/chrome-mv3/overlay.js'], most: 30 * 1024 },
  { what: 'calculator, ES module', files: ['dist/widget/forecost.js', 'dist/widget/forecost.css'], most: 15 * 1024 },
  {
    what: 'calculator, classic script',
    files: ['dist/widget/forecost.iife.js', 'dist/widget/forecost.css'],
    most: 15 * 1024,
  },
  { what: 'calculator, iframe', files: ['dist/widget/frame.js', 'dist/widget/frame.css'], most: 15 * 1024 },
]

/** Bytes of files as a server sends them. */
export const sent = (files: readonly string[]): number => files.reduce((sum, file) => sum + gzipped(file), 0)

function gzipped(file: string): number {
  return gzipSync(readFileSync(new URL(`../../${file}`, import.meta.url)), { level: 9 }).length
}

/** Sizes against their budgets; a file that is not built is left out. */
export function benchSizes(): Figure[] {
  return budgets
    .filter(({ files }) => files.every((file) => existsSync(new URL(`../../${file}`, import.meta.url))))
    .map(({ what, files, most }) => {
      const bytes = sent(files)
      return { what: `${what}, gzip`, value: kilobytes(bytes), budget: `<= ${kilobytes(most)}`, ok: bytes <= most }
    })
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`
}
