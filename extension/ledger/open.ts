import { openLedger, type LedgerStore } from './store'

const channel = 'forecost-ledger'
let opened: Promise<LedgerStore> | undefined

/** The ledger of this browser: one connection for each of our pages and for the background, opened again when it was lost. */
export function ledger(): Promise<LedgerStore> {
  opened ??= openLedger('forecost-ledger', { changed: announce, closed: forget }).catch((error: unknown) => {
    forget()
    throw error
  })
  return opened
}

const forget = () => void (opened = undefined)

/** Tells our other pages, and the background, that there are new entries, or fewer. */
function announce(): void {
  const telling = new BroadcastChannel(channel)
  // A channel reaches our own origin only, and takes no target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  telling.postMessage('changed')
  telling.close()
}

/** Hears of every change of the ledger that another of our pages or the background makes. */
export function onLedgerChange(changed: () => void, signal: AbortSignal): void {
  const hearing = new BroadcastChannel(channel)
  hearing.addEventListener('message', changed, { signal })
  signal.addEventListener('abort', () => hearing.close())
}
