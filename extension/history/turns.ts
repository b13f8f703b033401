/**
 * Does work that comes in slices, and lets the page breathe between them: keys, clicks and paint come first. `progress` is told
 * what each slice yields. Returns what the work comes to.
 */
export async function inTurns<Part, Done>(
  work: Generator<Part, Done>,
  progress: (part: Part) => void,
  breathe: () => Promise<unknown> = nextTask,
): Promise<Done> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    progress(step.value)
    await breathe()
  }
}

/** A task of its own. A channel is used because a timer is held back: each one after the fifth for 4 ms, and a second in a hidden tab. */
function nextTask(): Promise<unknown> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.addEventListener('message', (event) => (port1.close(), resolve(event)))
    port1.start()
    port2.postMessage(undefined)
  })
}
