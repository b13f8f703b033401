import { browser } from '../browser'
import { covers, webOrigin } from '../origin'

/** A frame of a tab that we may put scripts into, and the origin whose page it shows. */
export type Frame = { tabId: number; frameId: number; origin: string }

/** The frames of a tab that we may look into, the page itself first; none where we may not. */
export async function framesOf(tabId: number): Promise<Frame[]> {
  try {
    const target = { tabId, allFrames: true }
    const found = await browser.scripting.executeScript({ target, func: () => self.origin })
    return found.flatMap(({ frameId, result }) => {
      const origin = webOrigin(typeof result === 'string' ? result : undefined)
      return origin === undefined ? [] : [{ tabId, frameId, origin }]
    })
  } catch {
    return []
  }
}

/** The frames of all open tabs whose origins the patterns take in: a form may be in a frame of another site's page. */
export async function framesAt(patterns: readonly string[], active?: true): Promise<Frame[]> {
  if (patterns.length === 0) return []
  const tabs = await browser.tabs.query(active ? { active } : {})
  const all = await Promise.all(tabs.map(({ id, discarded }) => (id === undefined || discarded ? [] : framesOf(id))))
  return all.flat().filter(({ origin }) => patterns.some((pattern) => covers(pattern, origin)))
}

/** Puts a script into frames. What has gone meanwhile is no matter. */
export async function putInto(frames: readonly Frame[], file: string): Promise<void> {
  await Promise.allSettled(
    frames.map(({ tabId, frameId }) =>
      browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [`/${file}`] }),
    ),
  )
}
