import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { seenHere } from '../overlay/join'
import { readsOf } from '../reads/reads'

// Put into a page by the popup when the user asks what is read there; what it returns is the answer of `scripting.executeScript`.
export default defineUnlistedScript(() => {
  const seen = seenHere()
  return seen && readsOf(document, seen)
})
