import type { CDPSession, Page } from 'puppeteer-core'

/** The world of the page in which the add-on's content scripts run; Chromium only. */
export type OwnWorld = { run<T>(expression: string): Promise<T> }

/** Finds the add-on's world in a page: the one where its own interface is. */
export async function ownWorld(page: Page, name = 'Forecost'): Promise<OwnWorld> {
  const session: CDPSession = await page.createCDPSession()
  const worlds: { id: number; name: string; frame: unknown }[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => {
    worlds.push({ id: context.id, name: context.name, frame: context.auxData?.frameId })
  })
  await session.send('Runtime.enable')
  const own = worlds.findLast((world) => world.name === name)
  if (!own) throw new Error(`no world of ${name} in the page; there are: ${worlds.map((one) => one.name).join(', ')}`)
  return {
    async run<T>(expression: string) {
      const ask = { expression, contextId: own.id, awaitPromise: true, returnByValue: true }
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', ask)
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value as T
    },
  }
}
