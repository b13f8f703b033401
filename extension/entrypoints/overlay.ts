import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startOverlay } from '../overlay/start'

const started = 'forecost-overlay-started'

// Registered by the background for granted sites only: the manifest names no site. After an update, or when it is put twice into
// one page, the newest overlay ends the others and clears away what a dead one left behind.
export default defineUnlistedScript(() => {
  document.dispatchEvent(new Event(started))
  for (const left of document.querySelectorAll('forecost-overlay')) left.remove()
  const ending = new AbortController()
  document.addEventListener(started, () => ending.abort(), { once: true, signal: ending.signal })
  startOverlay(document, ending.signal)
})
