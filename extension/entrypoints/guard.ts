import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { guard } from '../guard/guard'
import { offer } from '../overlay/on-demand'

// Put into a page by the background where the user has turned the guard on.
export default defineUnlistedScript(() => offer('guard', guard))
