import { afterEach, beforeAll, beforeEach, vi } from 'vitest'
import type { ForecostCalculator } from '../../widget/forecost'
import { now } from './states'

/** Gives each test a page of its own: empty, at `now`, and silent in the console. */
export function ownPage(): void {
  // What checks a card from elsewhere is here from the start; test/built sees it come.
  beforeAll(() => import('../../widget/later/check'))
  beforeEach(() => {
    vi.useFakeTimers({ now, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    for (const kind of ['error', 'warn'] as const) vi.spyOn(console, kind).mockImplementation(() => {})
  })
  afterEach(() => {
    document.body.replaceChildren()
    history.replaceState(null, '', '/')
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
    vi.useRealTimers()
  })
}

/** Puts an element into the page and waits until it is ready and nothing more is drawn. */
export async function ready<Element extends ForecostCalculator>(element: Element): Promise<Element> {
  const isReady = new Promise((done) => element.addEventListener('forecost-ready', done, { once: true }))
  document.body.append(element)
  await isReady
  await settle()
  return element
}

/** Until nothing more is drawn: an observer here hears in a task of its own. */
export const settle = (): Promise<void> => new Promise((done) => setImmediate(() => setImmediate(done)))

/** Types into a box of an element, or chooses from a list, as a reader does. */
export function enter({ shadowRoot }: Element, id: string, value: string): void {
  const box = shadowRoot!.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`)!
  box.value = value
  box.dispatchEvent(new Event(box.localName === 'select' ? 'change' : 'input', { bubbles: true, composed: true }))
}
