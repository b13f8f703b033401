type Seen = IntersectionObserverEntry & { isVisible?: boolean }

/**
 * Whether an element can be seen whole, with nothing of the page drawn over it, as the browser itself tells: a page may lay a decoy over
 * it that lets presses through. Undefined where the browser does not tell.
 */
export function uncovered(element: Element, signal: AbortSignal): () => boolean | undefined {
  let last: boolean | undefined
  const options = { threshold: [0, 1], trackVisibility: true, delay: 100 }
  const observer = new IntersectionObserver((entries) => (last = (entries.at(-1) as Seen).isVisible), options)
  observer.observe(element)
  signal.addEventListener('abort', () => observer.disconnect())
  return () => {
    const [now] = observer.takeRecords().slice(-1)
    return now ? (last = (now as Seen).isVisible) : last
  }
}
