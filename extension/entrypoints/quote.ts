import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { offer } from '../overlay/on-demand'
import { quote } from '../overlay/quote'

// Put into a page by the background once a chip is there: pages show prices of their own.
export default defineUnlistedScript(() => offer('quote', quote))
