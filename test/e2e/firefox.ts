import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import puppeteer, { type Page } from 'puppeteer-core'
import { builtExtension } from './built'
import { findFirefox } from './browsers'
import type { ShadowNode } from './closed'
import { drawn, type Box, type Opened } from './opened'
import { holds, remove, request } from './permission'

const addOn = 'forecost@forecost.dev'

type Options = { headless?: boolean; extension?: string; preferences?: Record<string, unknown> }

/** Opens Firefox with the built add-on; its permission prompt answers itself by Firefox's own preference for tests. */
export async function openFirefox(options: Options = {}): Promise<Opened> {
  const executablePath = findFirefox()
  if (!executablePath) throw new Error('No Firefox was found')
  const host = randomUUID()
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    args: ['--remote-allow-system-access'],
    defaultViewport: { width: 1280, height: 860 },
    extraPrefsFirefox: {
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.webextensions.uuids': JSON.stringify({ [addOn]: host }),
      ...options.preferences,
    },
  })
  await browser.installExtension(options.extension ?? builtExtension('firefox-mv3'))
  const ownPage = (path: string) => `moz-extension://${host}${path}`
  const openOwn = async (path: string) => {
    const page = await browser.newPage()
    // puppeteer would wait for a load that it cannot see: the page moves to the add-on's own process.
    await send(page, 'browsingContext.navigate', { context: contextOf(page), url: ownPage(path), wait: 'none' })
    while (!(await isLoaded(page, ownPage(path)))) await wait(50)
    await drawn(page, path)
    return page
  }
  const own = async <T>(work: (page: Page) => Promise<T>) => {
    const page = await openOwn('/icon/16.png')
    return work(page).finally(() => page.close())
  }
  return {
    kind: 'firefox',
    version: await browser.version(),
    browser,
    ownPage,
    openOwn,
    accept: async (page, wanted) => {
      // The preference for tests answers; it only takes a moment.
      for (let tries = 0; tries < 100 && !(await holds(page, wanted)); tries++) await wait(100)
    },
    grant: (pattern) =>
      own(async (page) => {
        if (!(await request(page, pattern))) throw new Error(`The browser did not grant ${pattern}`)
      }),
    revoke: (pattern) => own((page) => remove(page, pattern)),
    tree: async (page, within) =>
      treeOf(
        (await call(
          page,
          within ? partScript : '() => document',
          within ? [{ type: 'string', value: within }] : [],
        )) as Remote,
      ),
    frameTree: async (page) => {
      const [frame] = page.mainFrame().childFrames()
      return treeOf((await callIn((frame as unknown as { _id: string })._id, page, '() => document', [])) as Remote)
    },
    box: async (page, node) => {
      const rect = await call(page, boxScript, [{ sharedId: node.ref }]).catch(() => undefined)
      return rect?.type === 'string' ? (JSON.parse(rect.value as string) as Box) : undefined
    },
    close: () => browser.close(),
  }
}

const partScript = '(selector) => document.querySelector(selector) ?? document.createComment("none")'

const boxScript = `(node) => {
  const { x, y, width, height } = node.getBoundingClientRect()
  return width && height ? JSON.stringify({ x, y, width, height }) : null
}`

type Remote = {
  type: string
  sharedId?: string
  value?: unknown
}

type RemoteNode = {
  nodeType: number
  nodeValue?: string
  localName?: string
  attributes?: Record<string, string>
  children?: (Remote & { value: RemoteNode })[]
  shadowRoot?: (Remote & { value: RemoteNode }) | null
}

/** puppeteer offers no closed shadow roots in Firefox; the protocol does, so this speaks it. */
const call = (page: Page, functionDeclaration: string, args: unknown[]): Promise<Remote> =>
  callIn(contextOf(page), page, functionDeclaration, args)

async function callIn(context: string, page: Page, functionDeclaration: string, args: unknown[]): Promise<Remote> {
  const result = await send<{ result?: Remote; exceptionDetails?: unknown }>(page, 'script.callFunction', {
    functionDeclaration,
    arguments: args,
    target: { context },
    awaitPromise: true,
    userActivation: true,
    serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
  })
  if (!result.result) throw new Error(`Firefox refused: ${JSON.stringify(result.exceptionDetails)}`)
  return result.result
}

async function send<T>(page: Page, method: string, params: unknown): Promise<T> {
  const { connection } = page.browser() as unknown as {
    connection: { send(method: string, params: unknown): Promise<{ result: T }> }
  }
  return (await connection.send(method, params)).result
}

function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id
}

async function isLoaded(page: Page, url: string): Promise<boolean> {
  const state = await call(page, '() => `${document.readyState} ${location.href}`', []).catch(() => undefined)
  return state?.value === `complete ${url}`
}

function treeOf(remote: Remote): ShadowNode {
  const node = remote.value as RemoteNode
  const inside = [...(node.shadowRoot ? [node.shadowRoot] : []), ...(node.children ?? [])]
  return {
    name: nameOf(node),
    value: node.nodeValue ?? '',
    attributes: node.attributes ?? {},
    children: inside.filter((child) => child.value).map(treeOf),
    ref: remote.sharedId ?? '',
  }
}

function nameOf(node: RemoteNode): string {
  if (node.nodeType === 3) return '#text'
  if (node.nodeType === 11) return '#shadow-root'
  return node.localName ?? '#other'
}
