import { browser } from '../../browser'
import { showPopup } from '../../popup/show'

const popup = await showPopup('side')
// A popup ends with its page; the side panel stays while the user goes from one to another.
browser.tabs.onActivated.addListener(() => void popup.read())
browser.tabs.onUpdated.addListener((_, { status }) => void (status === 'complete' && popup.read()))
