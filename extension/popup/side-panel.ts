import { browser } from '../browser'

/** Chromium's own; Firefox has a sidebar instead. */
type SidePanel = { open(where: { windowId: number }): Promise<void> }
const sidePanel = (globalThis as { chrome?: { sidePanel?: SidePanel } }).chrome?.sidePanel

/** Asked once, when the page opens: a panel may only be opened right at the press, with nothing awaited before. */
const here = browser.windows?.getCurrent().catch(() => undefined)
let windowId: number | undefined
void here?.then((own) => (windowId = own?.id))

/** Opens what the popup shows beside the page, to stay there; undefined where the browser has no such place. */
export function sidePanelOpener(): (() => void) | undefined {
  if (sidePanel) return () => windowId !== undefined && void sidePanel.open({ windowId }).then(() => window.close())
  const { sidebarAction } = browser
  return sidebarAction && (() => void sidebarAction.open().then(() => window.close()))
}
