import { beforeEach, expect, test, vi } from 'vitest'
import { english } from '../../../core/locales'
import { createDraft } from '../../../extension/plan/add-form'
import { createPlan } from '../../../extension/plan/state'
import { createTrial } from '../../../extension/welcome/trial'
import { freshBrowser } from '../background/granted'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))
beforeEach(() => freshBrowser([]))

// A card that was loaded before is there at once; one that was not comes after it.
test('of two tools chosen right after each other the last one stays, in the calculator and in the plan', async () => {
  const trial = createTrial(english)
  await trial.choose('runway')
  await Promise.all([trial.choose('luma'), trial.choose('runway')])
  expect(trial.card.value?.provider).toBe('runway')
  const draft = createDraft(createPlan(english))
  await Promise.all([draft.choose('meshy'), draft.choose('runway')])
  expect(draft.draft.value?.card.provider).toBe('runway')
})
