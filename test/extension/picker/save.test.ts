import { expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { english } from '../../../core/locales'
import { loadCard } from '../../../core/rate-cards'
import { Picker } from '../../../extension/picker/start'
import type { SiteFile } from '../../../extension/sites/site-file'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const form = (path: string) => ({
  feature: 'act-two',
  pages: [`https://tool.example${path}`],
  generate: [{ by: 'text' as const, value: 'make' }],
  dimensions: {},
})
const fileWith = (...paths: string[]): SiteFile => ({
  format: 1,
  id: 'own-tool',
  name: 'tool.example',
  version: 1,
  match: ['https://tool.example/*'],
  card: { provider: 'runway' },
  forms: paths.map(form),
})

test('what another page of the site was taught meanwhile stays, and comes back where this is undone', async () => {
  const balance = { locators: [{ by: 'text' as const, value: 'credits' }] }
  const [before, taught] = [fileWith('/a'), { ...fileWith('/a', '/b'), balance }]
  const kept: (SiteFile | undefined)[] = []
  const sendMessage = async ({ kind, file }: { kind: string; file?: SiteFile }) => {
    if (kind === 'reading') return { pages: [], files: [], pointed: taught }
    if (kind === 'keep-file') kept.push(file)
    return false
  }
  Object.assign(fakeBrowser.runtime, { sendMessage })
  const ending = new AbortController()
  const card = (await loadCard('runway'))!
  const picker = new Picker(document, english, { pages: [], files: [], pointed: before }, card, ending)
  // Nobody looks at it.
  ending.abort()
  picker.draft = { card, feature: 'act-two', button: undefined, bound: new Map() }
  await Promise.all([picker.save(), picker.save()])
  expect(kept).toMatchObject([{ forms: [form('/a'), form('/b')], balance }])
  await picker.undo()
  expect(kept.at(-1)).toEqual(taught)
})
