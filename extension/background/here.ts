import { browser } from '../browser'
import type { Corner } from '../overlay/corner'
import { settings } from '../settings'
import { change } from '../storage'

// What the user sets about one site from the chip on its page.

/** The chips of an origin stand in this corner of the window from now on; undefined: beside their buttons. */
export async function keepCorner(origin: string, corner: Corner | undefined): Promise<void> {
  await change(settings, ({ corners, ...was }) => {
    const { [origin]: _, ...others } = corners ?? {}
    return { ...was, corners: corner ? { ...others, [origin]: corner } : others }
  })
}

/** Switched off as in the popup, where it can be switched on again. */
export async function switchOff(origin: string): Promise<void> {
  await change(settings, (was) => (was.off.includes(origin) ? was : { ...was, off: [...was.off, origin] }))
}

/** The command of the manifest that speaks. */
export const SPEAK = 'speak'

/** Has the page in front of the user say its price, where it shows one. */
export async function speakInFront(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  // A tab without an overlay has nobody who listens.
  if (tab?.id !== undefined) await browser.tabs.sendMessage(tab.id, { kind: 'say' }).catch(() => undefined)
}
