import { browser, type Runtime } from '../browser'
import { webOrigin } from '../origin'

type Sender = Runtime.MessageSender & { origin?: string }

/** The site an overlay speaks for: the origin of its own frame, as the browser says it. Undefined: not one of our overlays. */
export function overlayOrigin(sender: Sender): string | undefined {
  if (sender.id !== browser.runtime.id || sender.tab?.id === undefined || isOurPage(sender)) return undefined
  return webOrigin(sender.origin ?? sender.url)
}

/** Which of our own pages speaks, by the name of its file: "popup", "options". Undefined: none of them. */
export function ownPage(sender: Sender): string | undefined {
  if (!isOurPage(sender)) return undefined
  return /^\/([a-z-]+)\.html$/.exec(new URL(sender.url!).pathname)?.[1]
}

/** Whether one of our own pages speaks: popup, options, welcome. */
export function isOurPage(sender: Sender): boolean {
  return sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL('/'))
}
