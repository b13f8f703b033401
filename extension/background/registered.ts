import { browser } from '../browser'

/**
 * A script of ours and the host patterns it is registered for. `mend` makes these equal to what is wanted and returns the patterns
 * that are new; two calls of it never overlap, or one would take away what the other just took. `present` are those of now.
 */
export function registrationsOf(prefix: string, script: string, wanted: () => Promise<readonly string[]>) {
  let last: Promise<string[]> = Promise.resolve([])

  async function present(): Promise<string[]> {
    const registered = await browser.scripting.getRegisteredContentScripts()
    return registered.filter(({ id }) => id.startsWith(prefix)).map(({ id }) => id.slice(prefix.length))
  }
  async function compareAndMend(): Promise<string[]> {
    const [all, there] = [await wanted(), await present()]
    const gone = there.filter((pattern) => !all.includes(pattern)).map((pattern) => prefix + pattern)
    const added = all.filter((pattern) => !there.includes(pattern))
    if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone })
    if (added.length > 0) await browser.scripting.registerContentScripts(added.map(registration))
    return added
  }
  const registration = (pattern: string) => ({
    id: prefix + pattern,
    matches: [pattern],
    js: [script],
    runAt: 'document_idle' as const,
    allFrames: true,
    // Frames without an address of their own are their page's.
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  })
  return {
    present,
    mend: (): Promise<string[]> => (last = last.catch(() => undefined).then(compareAndMend)),
  }
}
