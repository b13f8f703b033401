import type { Browser, Page } from 'puppeteer-core'
import type { ShadowNode } from './closed'

/** A browser with the built add-on in it. Close it in `afterAll`, or it outlives the run. */
export interface Opened {
  kind: 'chromium' | 'firefox'
  version: string
  browser: Browser
  /** The address of one of the add-on's own pages: `ownPage('/popup.html')`. */
  ownPage(path: string): string
  /** Opens one of the add-on's own pages in a new tab, and returns it drawn with what it had to read. */
  openOwn(path: string): Promise<Page>
  /** Grants a host pattern such as `http://localhost/*` through the browser's real prompt; throws when it was not granted. */
  grant(pattern: string): Promise<void>
  /** Answers the prompt that a press in `page` brings up for host patterns or permissions, until they are granted. */
  accept(page: Page, wanted: { origins?: string[]; permissions?: string[] }): Promise<void>
  /** Takes a host pattern back, as the browser's own settings do. */
  revoke(pattern: string): Promise<void>
  /** The page's tree with every shadow root, closed ones too, as it is at this moment; `within` a selector: of that element only. */
  tree(page: Page, within?: string): Promise<ShadowNode>
  /** The tree of the one frame in a page, whatever site it shows. */
  frameTree(page: Page): Promise<ShadowNode>
  /** Where a node of `tree` is in the viewport, in CSS pixels; undefined when it is not painted or is gone. */
  box(page: Page, node: ShadowNode): Promise<Box | undefined>
  /** Presses keys as the window system does (`alt+shift+y`), for shortcuts of the browser itself; only in a window of its own. */
  keys?(combination: string): void
  close(): Promise<void>
}

export type Box = { x: number; y: number; width: number; height: number }

/** Waits until one of the add-on's own pages has drawn and shows no progress of a reading any more; a plain file of it draws nothing. */
export async function drawn(page: Page, path: string): Promise<void> {
  if (/\.html\b/.test(path)) await page.waitForSelector('main:not(:has(progress))', { timeout: 120_000 })
}

/** Clicks the middle of a node that may be inside a closed shadow root, with a real, trusted press. */
export async function click(opened: Opened, page: Page, node: ShadowNode): Promise<void> {
  const { x, y } = await middle(opened, page, node)
  await page.mouse.click(x, y)
}

/** Moves the pointer over a node that may be inside a closed shadow root. */
export async function hover(opened: Opened, page: Page, node: ShadowNode): Promise<void> {
  const { x, y } = await middle(opened, page, node)
  await page.mouse.move(x, y)
}

/** Where it has come to rest: what is above it may still be growing. */
async function middle(opened: Opened, page: Page, node: ShadowNode) {
  let box = await opened.box(page, node)
  for (let look = 0; look < 100; look++) {
    await page.evaluate(() => new Promise((done) => setTimeout(done, 50)))
    const next = await opened.box(page, node)
    if (next && box && next.x === box.x && next.y === box.y) break
    box = next
  }
  if (!box) throw new Error(`<${node.name}> is not painted, so it cannot be pointed at`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
