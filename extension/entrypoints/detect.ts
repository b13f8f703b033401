import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startDetection } from '../detect/start'

// Put into a page by the background when the user turns Forecost on where nothing is marked up. What it returns is the answer of
// `scripting.executeScript`: what the page is taken for, or what it may be.
export default defineUnlistedScript(() => startDetection(document))
