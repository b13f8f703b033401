import type { EntryOf } from '../../core/ledger'
import type { Db } from './store'

const DAY = 86_400_000

/**
 * Makes room: of the older half of the balance readings one a day stays, or none where that frees nothing. The last reading of
 * each account always stays; presses, charges and refunds are never touched. Returns how many were dropped.
 */
export async function thinReadings(db: Db): Promise<number> {
  const range = IDBKeyRange.bound(['balance', 0], ['balance', Number.MAX_SAFE_INTEGER])
  const readings = (await db.getAllFromIndex('entries', 'kind', range)) as EntryOf<'balance'>[]
  const last = new Map(readings.map((reading) => [whose(reading), reading.id]))
  const older = readings.slice(0, Math.ceil(readings.length / 2)).filter((one) => last.get(whose(one)) !== one.id)
  const daily = new Set<string>()
  const repeated = older.filter((one) => {
    const day = `${Math.floor(one.at / DAY)} ${whose(one)}`
    return daily.has(day) || !daily.add(day)
  })
  const dropped = repeated.length > 0 ? repeated : older
  const tx = db.transaction('entries', 'readwrite')
  await Promise.all([...dropped.map(({ id }) => tx.store.delete(id)), tx.done])
  return dropped.length
}

const whose = ({ provider, account, site }: EntryOf<'balance'>): string => [site, provider, account].join(' ')
