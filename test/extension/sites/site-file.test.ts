// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { patternMatches } from '../../../extension/sites/match'
import { readSiteFile, type SiteFile } from '../../../extension/sites/site-file'
import { formsAt } from '../../../extension/sites/forms-at'

const file: SiteFile = {
  format: 1,
  id: 'reels',
  name: 'Reel Maker',
  version: 3,
  match: ['https://reels.example/*'],
  card: { provider: 'reels' },
  forms: [
    {
      feature: 'film',
      pages: ['https://reels.example/create/*'],
      generate: [
        { by: 'role-name', role: 'button', value: 'Generate' },
        { by: 'css', value: '#go' },
      ],
      dimensions: {
        duration: {
          locators: [
            { by: 'label', value: 'Duration' },
            { by: 'options', value: ['5 s', '10 s'] },
          ],
          values: { Short: 5, Long: '10', None: null },
        },
      },
    },
    { feature: 'still', generate: [{ by: 'text', value: 'Create' }], dimensions: {} },
  ],
}
const text = (change: object = {}) => JSON.stringify({ ...file, ...change })

describe('a site file', () => {
  test('is read as it was written', () => expect(readSiteFile(text()).file).toEqual(file))
  test.each<[string, string, RegExp]>([
    ['that is no JSON', '{', /not JSON/],
    ['with a field nobody knows', text({ script: 'alert(1)' }), /script/],
    ['without an address', text({ match: [] }), /match/],
    ['for every site there is', text({ match: ['*://*/*'] }), /match/],
    ['for a page that is no web page', text({ match: ['file:///etc/*'] }), /match/],
    ['of version 0', text({ version: 0 }), /version/],
    ['with a locator of an unknown kind', text({ balance: { locators: [{ by: 'xpath', value: '//a' }] } }), /balance/],
    ['with a control without a locator', text({ balance: { locators: [] } }), /balance/],
    ['that is too large', ' '.repeat(200_001), /200000/],
    ['with a reserved name', text({ id: 'constructor' }), /id/],
  ])('%s is refused with the place', (_, wrong, fault) => expect(readSiteFile(wrong).fault).toMatch(fault))

  test.each<[string, Partial<SiteFile>, string[]]>([
    ['https://reels.example/create/new?x=1#y', {}, ['film', 'still']],
    ['https://reels.example/history', {}, ['still']],
    ['https://elsewhere.example/create/new', {}, []],
    ['https://reels.example/create/new', { disabled: true }, []],
  ])('has at %s, with %o, the forms %s', (address, change, features) =>
    expect(formsAt({ ...file, ...change }, address).map(({ feature }) => feature)).toEqual(features),
  )
})

test.each<[string, string, boolean]>([
  ['https://a.example/*', 'https://a.example/', true],
  ['https://a.example/*', 'http://a.example/', false],
  ['*://a.example/*', 'http://a.example/x', true],
  ['https://a.example/*', 'https://b.a.example/', false],
  ['https://*.a.example/*', 'https://b.a.example/', true],
  ['https://*.a.example/*', 'https://a.example/', true],
  ['https://*.a.example/*', 'https://nota.example/', false],
  ['https://a.example/x/*/z', 'https://a.example/x/y/z', true],
  ['https://a.example/x/*/z', 'https://a.example/x/z', false],
  ['https://a.example/x', 'https://a.example/xy', false],
  ['http://localhost:4173/*', 'http://localhost:4173/create', true],
  ['http://localhost:4173/*', 'http://localhost:9/create', false],
  ['http://localhost/*', 'http://localhost:9/create', true],
  ['https://a.example/*', 'https://a.example.evil.example/', false],
  ['https://a.example/*', 'nonsense', false],
])('%s and %s: %s', (pattern, address, fits) => expect(patternMatches(pattern, address)).toBe(fits))
