import { browser, type Runtime } from '../browser'
import type { Parts } from '../overlay/parts'

/** Puts a part of the overlay into the frame that asks for it, beside the overlay that is there already. */
export async function bringPart(part: keyof Parts, { tab, frameId = 0 }: Runtime.MessageSender): Promise<void> {
  const target = { tabId: tab!.id!, frameIds: [frameId] }
  await browser.scripting.executeScript({ target, files: [`/${part}.js`] })
}
