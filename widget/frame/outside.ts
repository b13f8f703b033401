/** The most an iframe may ask for, in pixels. */
const MOST = 5000

/**
 * Makes the iframes of Forecost on this page as high as what is in them. A message counts where it comes out of such an iframe itself
 * and from the origin that its address names. Returns what ends it.
 */
export function fitFrames(page: Document | undefined = globalThis.document): () => void {
  const life = new AbortController()
  page?.defaultView?.addEventListener(
    'message',
    ({ source, origin, data }: MessageEvent<unknown>) => {
      const frame = [...page.querySelectorAll<HTMLIFrameElement>('iframe[src*="frame.html"]')].find(
        ({ contentWindow, src }) => contentWindow === source && new URL(src, page.baseURI).origin === origin,
      )
      const { from, height } = (typeof data === 'object' && data !== null ? data : {}) as {
        from?: unknown
        height?: unknown
      }
      if (!frame || from !== 'forecost' || typeof height !== 'number' || !(height > 0 && height <= MOST)) return
      frame.style.blockSize = `${height}px`
    },
    { signal: life.signal },
  )
  return () => life.abort()
}

fitFrames()
