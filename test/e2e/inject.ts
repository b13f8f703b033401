import type { Opened } from './opened'

/** Puts detection into a page, as the background does, and returns what it answers. */
export async function inject(opened: Opened, pattern: string): Promise<unknown> {
  const own = await opened.openOwn('/options.html')
  const answer = await own.evaluate(async (wanted) => {
    const { tabs, scripting } = (globalThis as unknown as { chrome: any }).chrome
    const [tab] = await tabs.query({ url: wanted })
    const [done] = await scripting.executeScript({ target: { tabId: tab.id }, files: ['/detect.js'] })
    return done.result
  }, pattern)
  await own.close()
  return answer
}
