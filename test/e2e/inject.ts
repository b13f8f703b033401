import type { Opened } from './opened'

/** Puts detection, or other scripts of ours, into a page, as the background does, and returns what the last one answers. */
export async function inject(opened: Opened, pattern: string, files = ['/detect.js']): Promise<unknown> {
  const own = await opened.openOwn('/options.html')
  const ask = async (wanted: string, scripts: string[]) => {
    const { tabs, scripting } = (globalThis as unknown as { chrome: any }).chrome
    const [tab] = await tabs.query({ url: wanted })
    const [done] = await scripting.executeScript({ target: { tabId: tab.id }, files: scripts })
    return done.result
  }
  const answer = await own.evaluate(ask, pattern, files)
  await own.close()
  return answer
}
