import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startPicker } from '../picker/start'

// Put into a page by the background when the user wants to point at its settings. What it returns is the answer of
// `scripting.executeScript`: it must be something that can be copied.
export default defineUnlistedScript(() => {
  void startPicker(document)
})
