import 'fake-indexeddb/auto'
import { signal } from '@preact/signals'
import { expect, test, vi } from 'vitest'
import type { Entry } from '../../../core/ledger'
import { english } from '../../../core/locales'
import { noNames } from '../../../extension/history/names'
import { createImport } from '../../../extension/history/import-state'
import type { History } from '../../../extension/history/state'
import { ledger } from '../../../extension/ledger/open'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const list = 'Date,Credits\n2026-10-01T10:00:00Z,12\n2026-10-02T10:00:00Z,5\n'
const of = { provider: 'sample', account: 'a', currency: 'credits' }

test('how many lines of a list were added stays on the screen, with the list that matches now', async () => {
  const entries = signal<readonly Entry[]>([])
  const state = createImport({
    locale: english,
    names: signal(noNames),
    choices: signal({ accounts: new Map([['a', of]]) }),
    entries,
    read: async () => void (entries.value = await (await ledger()).read()),
  } as unknown as History)
  await state.open(new File([list], 'charges.csv'))
  state.compare()
  expect(state.outcome.value!.findings.map(({ kind }) => kind)).toEqual(['unknown', 'unknown'])
  await state.add()
  expect(state.added.value).toBe(2)
  expect(state.outcome.value!.findings.map(({ kind }) => kind)).toEqual(['match', 'match'])
})
