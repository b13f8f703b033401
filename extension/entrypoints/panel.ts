import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { offer } from '../overlay/on-demand'
import { panel } from '../overlay/panel'

// Put into a page by the background when a chip of it is first approached.
export default defineUnlistedScript(() => offer('panel', panel))
