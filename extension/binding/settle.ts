const delays = [60, 180, 500, 1200]

/**
 * Calls `read` in the next frame after each wake, and again a few times as the page settles, then rests without any timer.
 * However often it is woken, it reads at most once a frame.
 */
export function settling(read: () => void, signal: AbortSignal): () => void {
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let step = 0

  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  })

  function next() {
    if (frame || signal.aborted) return
    frame = requestAnimationFrame(() => {
      frame = 0
      read()
    })
  }
  function again() {
    timer = undefined
    next()
    if (step < delays.length) timer = setTimeout(again, delays[step++])
  }
  return function wake() {
    if (signal.aborted) return
    next()
    step = 0
    timer ??= setTimeout(again, delays[step++])
  }
}
