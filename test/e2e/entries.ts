import type { Page } from 'puppeteer-core'

export type Kept = { kind: string; run?: string; id: string; amount?: string }

/** What the ledger holds, read in one of the add-on's own pages. */
export async function entriesIn(page: Page): Promise<Kept[]> {
  return page.evaluate(
    () =>
      new Promise<Kept[]>((resolve, reject) => {
        const opening = indexedDB.open('forecost-ledger')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          if (!opening.result.objectStoreNames.contains('entries')) return reject(new Error('There is no ledger yet'))
          const all = opening.result.transaction('entries').objectStore('entries').getAll()
          all.addEventListener('success', () => (opening.result.close(), resolve(all.result as Kept[])))
        })
      }),
  )
}
