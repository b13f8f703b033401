import type { CDPSession, Page } from 'puppeteer-core'
import { findChromium } from '../e2e/browsers'
import { openChromium } from '../e2e/chromium'
import { all, first, has, text, type ShadowNode } from '../e2e/closed'
import { startStudio } from '../studio/server'
import type { Figure } from './estimate'

const CHANGES = 200
const NODES = 5000

/**
 * From a press in the page to the changed price on the chip, and the frames painted in between: in Chromium, on a page of
 * 5,000 further nodes that mutates in every frame. Nothing where there is no browser to try.
 */
export async function benchPaint(): Promise<Figure[]> {
  if (!findChromium()) return []
  const studio = await startStudio({ failRate: 0 })
  const opened = await openChromium()
  try {
    await opened.grant('http://localhost/*')
    const page = await opened.browser.newPage()
    await page.goto(studio.url)
    await signIn(page)
    await page.goto(`${studio.url}/create/video`)
    const session = await page.createCDPSession()
    const chip = await chipOf(() => opened.tree(page))
    await page.evaluate(disturb(NODES))
    return figures(await changes(page, session, chip))
  } finally {
    await opened.close()
    await studio.close()
  }
}

type Change = { ms: number; frames: number }

function figures(changed: Change[]): Figure[] {
  const each = changed.map(({ ms }) => ms).toSorted((a, b) => a - b)
  const late = changed.filter(({ frames }) => frames > 0).length
  const at = (share: number) => `${each[Math.floor((each.length - 1) * share)]!.toFixed(1)} ms`
  const page = `page of ${NODES} nodes under constant mutation`
  return [
    {
      what: `prices that missed the next painted frame, ${page}`,
      value: `${late} of ${changed.length}`,
      budget: 'at most 1 in 100',
      ok: late <= changed.length / 100,
    },
    // The page's own rendering is in these: on a busy machine, or without a graphics card, frames are long.
    { what: 'from the press to the changed price, median', value: at(0.5) },
    { what: 'the same, 99th percentile', value: at(0.99) },
  ]
}

/** Signs a member of the studio in, in the browser of a page of it. */
export async function signIn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' }
    await fetch('/api/session', { method: 'POST', headers, body: JSON.stringify({ member: 'ingrid' }) })
  })
}

/** The overlay's shadow root, once it shows a price. */
async function chipOf(tree: () => Promise<ShadowNode>): Promise<ShadowNode> {
  for (let tries = 0; tries < 100; tries++) {
    const roots = all(await tree(), (node) => node.name === 'forecost-overlay')
    const root = roots.flatMap(
      (host) => first(host, (node) => node.name === '#shadow-root' && /\d/.test(text(node))) ?? [],
    )[0]
    if (root && first(root, has('aria-expanded'))) return root
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The overlay showed no price')
}

// As text: it runs in the page, where the runner's own wrappings do not exist. Some of the nodes change in every frame.
const disturb = (nodes: number) => `{
  const box = document.createElement('div')
  box.style.cssText = 'position:absolute;inset-block-start:200vh;contain:strict;block-size:10px;inline-size:10px'
  for (let at = 0; at < ${nodes}; at++) box.append(document.createElement('i'))
  document.body.append(box)
  requestAnimationFrame(function again(now) {
    for (let at = 0; at < 20; at++) box.children[Math.floor(now + at * 97) % ${nodes}].textContent = String(now)
    requestAnimationFrame(again)
  })
}`

/** Presses one and the other option of a form, and waits each time for the chip to say so. */
async function changes(page: Page, session: CDPSession, chip: ShadowNode): Promise<Change[]> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: chip.ref as number })
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId!,
    functionDeclaration: `async function () { return (${measure})(this, ${CHANGES}) }`,
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value as Change[]
}

const measure = `async (root, count) => {
  const group = document.querySelector('[data-rate-card-dimension=resolution]')
  const options = [...group.querySelectorAll('input, [role=radio], button')].slice(0, 2)
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const changed = []
  for (let at = 0; at < count; at++) {
    for (let rest = 0; rest < 1 + (at % 4); rest++) await frame()
    await new Promise((resolve) => setTimeout(resolve, (at * 7) % 16))
    const before = root.textContent
    let frames = 0
    let waiting = true
    // A message sent in a frame arrives when that frame is painted.
    const painted = new MessageChannel()
    painted.port1.onmessage = () => { frames++ }
    const tick = () => { painted.port2.postMessage(0); if (waiting) requestAnimationFrame(tick) }
    const start = performance.now()
    requestAnimationFrame(tick)
    const seen = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the chip did not follow: ' + before)), 5000)
      const observer = new MutationObserver(() => {
        if (root.textContent === before) return
        observer.disconnect()
        clearTimeout(timer)
        resolve(performance.now())
      })
      observer.observe(root, { subtree: true, characterData: true, childList: true })
    })
    options[(at + 1) % 2].click()
    const end = await seen
    waiting = false
    painted.port1.close()
    changed.push({ ms: end - start, frames })
  }
  return changed
}`
