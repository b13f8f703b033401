const options: MutationObserverInit = { subtree: true, childList: true, characterData: true, attributes: true }

/** Tells whether anything in the page, or in the shadow roots followed, has changed since it was last asked. */
export function freshness(page: ParentNode) {
  let stale = true
  const observer = new MutationObserver(() => {
    stale = true
  })
  const followed = new WeakSet<ParentNode>()
  follow([page])
  return { isStale, follow, end: () => observer.disconnect() }

  function isStale(): boolean {
    if (observer.takeRecords().length > 0) stale = true
    const was = stale
    stale = false
    return was
  }
  function follow(roots: ParentNode[]) {
    for (const root of roots) {
      if (followed.has(root)) continue
      followed.add(root)
      observer.observe(root as Node, options)
    }
  }
}
