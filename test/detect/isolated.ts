import { join } from 'node:path'
import { build } from 'esbuild'
import type { Page } from 'puppeteer-core'

/** The probe as one script, built from the sources. */
export async function probeScript(): Promise<string> {
  const built = await build({
    entryPoints: [join(import.meta.dirname, 'probe.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
  })
  return built.outputFiles[0]!.text
}

/** A world of its own in the page, as an extension has; what it evaluates comes back by value. */
export async function isolatedWorld(page: Page, script: string) {
  const session = await page.createCDPSession()
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'forecost',
  })
  await run(script)
  return { run }

  async function run<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      returnByValue: true,
      awaitPromise: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as T
  }
}
