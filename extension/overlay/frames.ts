/** How many frames a page has to draw what was set. */
const FRAMES = 10

/** Whether something comes true within the next frames. */
export async function becomes(is: () => boolean): Promise<boolean> {
  for (let frame = 0; frame < FRAMES; frame++) {
    await new Promise((done) => requestAnimationFrame(done))
    if (is()) return true
  }
  return false
}
