import type { CDPSession, Page } from 'puppeteer-core'
import type { Parts } from '../../extension/overlay/parts'
import { until } from './seat'

/** The world of the page in which the add-on's content scripts run; Chromium only. */
export type OwnWorld = { run<T>(expression: string): Promise<T> }

/** Finds the add-on's world in a page: the one where its own interface is, and alive. One of before it was loaded anew is dead. */
export async function ownWorld(page: Page, name = 'Forecost'): Promise<OwnWorld> {
  const session: CDPSession = await page.createCDPSession()
  const worlds: { id: number; name: string }[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => {
    worlds.push({ id: context.id, name: context.name })
  })
  await session.send('Runtime.enable')
  const own = worlds.filter((world) => world.name === name).map(({ id }) => worldOf(session, id))
  for (const world of own.toReversed())
    if (await world.run<boolean>('globalThis.chrome?.runtime?.id !== undefined')) return world
  throw new Error(`no world of ${name} in the page; there are: ${worlds.map((one) => one.name).join(', ')}`)
}

/** Waits until a part of the overlay, which the background brings once it is wanted, is in a page. */
export async function partIn(page: Page, name: keyof Parts): Promise<void> {
  const world = await ownWorld(page)
  await until(
    () => world.run<boolean>(`globalThis[Symbol.for('forecost.parts')]?.${name} !== undefined`),
    (isThere) => isThere,
    `the ${name}`,
  )
}

function worldOf(session: CDPSession, contextId: number): OwnWorld {
  return {
    async run<T>(expression: string) {
      const ask = { expression, contextId, awaitPromise: true, returnByValue: true }
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', ask)
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value as T
    },
  }
}
