import { execFileSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core'
import { builtExtension } from './built'
import { findChromium, findCommand } from './browsers'
import type { ShadowNode } from './closed'
import { openDisplay, type Display } from './display'
import { drawn, type Box, type Opened } from './opened'
import { holds, remove, request } from './permission'

type Options = { args?: string[]; headless?: boolean; extension?: string }

/**
 * Opens Chromium with the built add-on. It has a window (on a display of its own) because only there can the permission
 * prompt be answered; `headless: true` does without, and then `grant` throws.
 */
export async function openChromium(options: Options = {}): Promise<Opened> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge was found')
  const display = options.headless ? undefined : await openDisplay()
  const browser = await puppeteer.launch({
    executablePath,
    headless: options.headless ?? !display,
    pipe: true,
    enableExtensions: true,
    defaultViewport: { width: 1280, height: 860 },
    args: ['--no-first-run', '--window-size=1300,960', ...sandbox(), ...(options.args ?? [])],
    env: { ...process.env, ...(display && { DISPLAY: display.name }) },
  })
  const id = await browser.installExtension(options.extension ?? builtExtension('chrome-mv3'))
  await closeWelcome(browser)
  const ownPage = (path: string) => `chrome-extension://${id}${path}`
  const openOwn = async (path: string) => {
    const page = await browser.newPage()
    await page.goto(ownPage(path))
    await drawn(page, path)
    return page
  }
  const own = async <T>(work: (page: Page) => Promise<T>) => {
    const page = await openOwn('/manifest.json')
    return work(page).finally(() => page.close())
  }
  return {
    kind: 'chromium',
    version: await browser.version(),
    browser,
    ownPage,
    openOwn,
    grant: (pattern) => own((page) => askAndAccept(page, pattern, screenOf(display))),
    accept: async (page, wanted) => answerPrompt(page, screenOf(display), () => holds(page, wanted)),
    revoke: (pattern) => own((page) => remove(page, pattern)),
    tree: (page, within) =>
      cdp(page, async (session) => treeOf(await (within ? part(session, within) : documentOf(session)))),
    // A frame of another site is a process and a target of its own.
    frameTree: (page) => frameSession(page, async (session) => treeOf(await documentOf(session))),
    box: (page, node) => cdp(page, (session) => boxOf(session, node)),
    ...(display && { keys: (combination) => tap(display.name, combination) }),
    close: async () => {
      await browser.close()
      display?.close()
    },
  }
}

/** The page that greets a new user would take the focus; tests of it open it themselves. */
async function closeWelcome(browser: Browser): Promise<void> {
  const target = await browser.waitForTarget((one) => one.url().endsWith('/welcome.html'), { timeout: 60_000 })
  await (await target.page())?.close()
}

/** Root has no user namespaces to sandbox in; everyone else keeps the sandbox. */
function sandbox(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

function screenOf(display: Display | undefined): string {
  if (!display || !findCommand('xdotool')) throw new Error('Answering the permission prompt needs Xvfb and xdotool')
  return display.name
}

async function askAndAccept(page: Page, pattern: string, screen: string): Promise<void> {
  await page.waitForFunction(() => document.hasFocus())
  for (let tries = 0; tries < 5; tries++) {
    let isAnswered = false
    const asked = request(page, pattern).finally(() => (isAnswered = true))
    const [isGranted] = await Promise.all([asked, answerPrompt(page, screen, async () => isAnswered)])
    if (isGranted) return
  }
  throw new Error(`The browser did not grant ${pattern}`)
}

/**
 * The prompt is the browser's own window: only keys from outside reach it, and would reach the page where it is not there yet. It takes
 * the focus from the page. Tab goes to Allow, Return presses it.
 */
async function answerPrompt(page: Page, screen: string, isAnswered: () => Promise<boolean>): Promise<void> {
  let isOnAllow = false
  for (let tries = 0; tries < 400; tries++) {
    if (await isAnswered()) return
    if (await page.evaluate(() => document.hasFocus())) {
      await wait(50)
      continue
    }
    // It takes no answer in its first half second.
    await wait(700)
    if (!isOnAllow) tap(screen, 'Tab')
    isOnAllow = true
    await wait(200)
    tap(screen, 'Return')
  }
  throw new Error('The browser did not take the answer to its prompt')
}

function tap(screen: string, combination: string): void {
  execFileSync(findCommand('xdotool')!, ['key', combination], { env: { ...process.env, DISPLAY: screen } })
}

async function cdp<T>(page: Page, work: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.createCDPSession()
  return work(session).finally(() => session.detach())
}

async function frameSession<T>(page: Page, work: (session: CDPSession) => Promise<T>): Promise<T> {
  const [frame] = page.mainFrame().childFrames()
  const { client } = frame as unknown as { client: CDPSession }
  return work(client)
}

type Node = Awaited<ReturnType<typeof documentOf>>

async function documentOf(session: CDPSession) {
  return (await session.send('DOM.getDocument', { depth: -1, pierce: true })).root
}

/** One element of the page with all that is in it: quicker than the whole page. */
async function part(session: CDPSession, selector: string): Promise<Node> {
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  if (nodeId === 0) return { ...root, children: [] }
  return (await session.send('DOM.describeNode', { nodeId, depth: -1, pierce: true })).node
}

function treeOf(node: Node): ShadowNode {
  const inside = [
    // Every disclosure holds a summary of the browser's own, unseen where there is another.
    ...(node.nodeName === 'DETAILS' ? [] : (node.shadowRoots ?? [])),
    ...(node.children ?? []),
    ...(node.contentDocument ? [node.contentDocument] : []),
  ]
  return {
    name: node.shadowRootType ? '#shadow-root' : node.nodeName.toLowerCase(),
    value: node.nodeValue,
    attributes: pairs(node.attributes ?? []),
    children: inside.map(treeOf),
    ref: node.backendNodeId,
  }
}

function pairs(flat: string[]): Record<string, string> {
  return Object.fromEntries(flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1]!]] : [])))
}

async function boxOf(session: CDPSession, node: ShadowNode): Promise<Box | undefined> {
  const found = await session.send('DOM.getBoxModel', { backendNodeId: node.ref as number }).catch(() => undefined)
  if (!found) return undefined
  const [x, y] = found.model.border as [number, number]
  return { x, y, width: found.model.width, height: found.model.height }
}
