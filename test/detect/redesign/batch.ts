import { join } from 'node:path'
import { build } from 'esbuild'
import puppeteer from 'puppeteer-core'
import { findChromium } from '../../e2e/browsers'
import type { Outcome } from './run'

const page =
  '<!doctype html><meta charset="utf-8"><style>body{margin:0;font:15px system-ui}.field,fieldset{margin:8px}[role=group],[role=tablist],.pills{display:flex;gap:4px}[role=slider]{width:200px;background:#ddd}</style><body></body>'

/** Makes the redesigns of these seeds in a real browser, where what is hidden is hidden. */
export async function redesigns(seeds: number[], most?: number): Promise<Outcome[]> {
  const built = await build({
    entryPoints: [join(import.meta.dirname, 'run.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
  })
  const browser = await puppeteer.launch({
    executablePath: findChromium()!,
    args: ['--no-sandbox'],
    protocolTimeout: 600_000,
  })
  try {
    const outcomes: Outcome[] = []
    // A fresh page now and then: what one leaves behind must not slow the next.
    for (let at = 0; at < seeds.length; at += 100) {
      const tab = await browser.newPage()
      await tab.setContent(page)
      await tab.addScriptTag({ content: built.outputFiles[0]!.text })
      const some = seeds.slice(at, at + 100)
      outcomes.push(
        ...(await tab.evaluate(
          (list, limit) =>
            list.map((seed) =>
              (globalThis as unknown as { redesign(seed: number, most?: number): Outcome }).redesign(
                seed,
                limit ?? undefined,
              ),
            ),
          some,
          most ?? null,
        )),
      )
      await tab.close()
    }
    return outcomes
  } finally {
    await browser.close()
  }
}

/** How many redesigns came out in each way. */
export function tally(outcomes: Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { result } of outcomes) counts[result] = (counts[result] ?? 0) + 1
  return counts
}
