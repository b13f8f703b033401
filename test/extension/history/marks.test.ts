// @vitest-environment node
import 'fake-indexeddb/auto'
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { Row } from '../../../core/history'
import type { Entry } from '../../../core/ledger'
import { english } from '../../../core/locales'
import { createMarks } from '../../../extension/history/marks'
import { ledger } from '../../../extension/ledger/open'

const entry: Entry = {
  kind: 'charge',
  id: 'charge/1',
  provider: 'sample',
  account: 'a',
  at: 1000,
  amount: '12',
  currency: 'credits',
  from: 'history',
}

test('what is deleted by two quick presses comes back whole', async () => {
  const book = await ledger()
  await book.append([entry])
  const row = { id: 'charge/1', charges: [entry], refunds: [] as Entry[] } as unknown as Row
  const marks = createMarks(english, {
    rows: signal([row]),
    selected: signal(new Set<string>()),
    active: signal(undefined),
    read: async () => undefined,
  })
  await Promise.all([marks.remove([row]), marks.remove([row])])
  expect(await book.count()).toBe(0)
  await marks.done.value!.undo!()
  expect(await book.read()).toEqual([entry])
})
