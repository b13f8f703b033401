import { browser } from '../browser'
import { webOrigin } from '../origin'

const most = 3

/** Origins of other sites' frames in a page that are large enough to hold a form, at most three; none where we may not look. */
export async function otherFrames(tabId: number, own: string): Promise<string[]> {
  const found = await looked(tabId)
  const addresses = found.flatMap(({ result }) => (Array.isArray(result) ? (result as unknown[]) : []))
  const origins = addresses.flatMap((it) => (typeof it === 'string' ? (webOrigin(it) ?? []) : []))
  return [...new Set(origins)].filter((origin) => origin !== own).slice(0, most)
}

async function looked(tabId: number) {
  try {
    return await browser.scripting.executeScript({ target: { tabId }, func: largeFrames })
  } catch {
    return []
  }
}

/** Runs in the page: it can use nothing from around it. */
function largeFrames(): string[] {
  return [...document.querySelectorAll('iframe')]
    .slice(0, 200)
    .filter((frame) => {
      const { width, height } = frame.getBoundingClientRect()
      return width >= 240 && height >= 160
    })
    .map(({ src }) => src.slice(0, 2000))
}
