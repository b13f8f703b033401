import { describe, expect, test } from 'vitest'
import { sources, type File } from './architecture/files'
import * as rules from './architecture/rules'

const files = sources('core', 'widget', 'extension', 'test', 'build')

type Name = keyof typeof rules

/** Each rule, and a file that breaks it: a rule that cannot fail holds nothing. */
const table: [Name, string, File][] = [
  ['arrows', 'arrows go extension -> widget -> core', planted('core/a.ts', "import { chip } from '../widget/chip'")],
  ['cliIsALeaf', 'nothing imports the command line', planted('core/a.ts', "import { run } from './cli/run'")],
  ['purity', 'core does no I/O', planted('core/a.ts', "import { readFile } from 'node:fs'")],
  [
    'purity',
    'the widget knows no extension API',
    planted('widget/a.ts', "import browser from 'webextension-polyfill'"),
  ],
  ['noClock', 'core has no clock and no chance', planted('core/a.ts', 'const now = Date.now()')],
  ['oneZod', 'one file imports zod', planted('extension/a.ts', "import * as z from 'zod/mini'")],
  [
    'onePolyfill',
    'one file imports the browser',
    planted('extension/a.ts', "import browser from 'webextension-polyfill'"),
  ],
  [
    'keysInBackground',
    'keys are the background’s alone',
    planted('extension/popup/a.ts', "import { keyOf } from '../background/keys'"),
  ],
  ['folderNames', 'folders are named for what they hold', planted('core/utils/a.ts', '')],
  ['registries', 'every charge model is registered', planted('core/charge-models/dice.ts', '')],
  ['registries', 'every rate card is registered', planted('core/rate-cards/acme.json', '{}')],
  ['registries', 'every language is registered', planted('core/locales/xx.json', '{}')],
  ['registries', 'every site is registered', planted('extension/sites/acme.json', '{}')],
  ['registries', 'every connector is registered', planted('extension/connectors/acme.json', '{}')],
  [
    'studioApart',
    'the studio charges by its own code',
    planted('test/studio/a.ts', "import { e } from '../../core/estimate'"),
  ],
  ['noMarkupFromStrings', 'no markup or code from strings', planted('widget/a.ts', "node.innerHTML = '<b>'")],
  ['noStandingPoll', 'nothing polls', planted('extension/a.ts', 'setInterval(look, 1000)')],
  ['wordsFromCatalogue', 'texts come from the catalogue', planted('widget/a.tsx', '<b>Not enough</b>')],
  ['wordsFromCatalogue', 'beside an expression too', planted('widget/a.tsx', '<b>Balance of {name}</b>')],
  ['wordsFromCatalogue', 'and after one', planted('widget/a.tsx', '<b>{amount} left</b>')],
  ['wordsFromCatalogue', 'on a line of its own', planted('widget/a.tsx', '<b>\n  {amount}\n  left\n</b>')],
  ['wordsFromCatalogue', 'between conditions', planted('widget/a.tsx', "<b>{few ? 'Hardly any' : amount}</b>")],
  ['wordsFromCatalogue', 'in a template', planted('widget/a.tsx', '<b>{`${amount} left`}</b>')],
  [
    'oneNumberFormat',
    'numbers are written in core/locales',
    planted('widget/a.ts', "new Intl.NumberFormat('en').format(n)"),
  ],
  ['wordsFromCatalogue', 'names come from the catalogue', planted('widget/a.tsx', '<i aria-label="Close panel" />')],
  ['logicalStyles', 'styles are the same in both directions', planted('widget/a.css', 'p { margin-left: 4px; }')],
  ['fileLength', 'files stay small', planted('core/a.ts', 'x\n'.repeat(300))],
]

describe.each([...new Set(table.map(([name]) => name))])('%s', (name) => {
  test('holds in the whole tree', () => expect(rules[name](files)).toEqual([]))
})

test.each(table)('%s: %s, and a breach is seen', (name, _sentence, breach) => {
  const before = rules[name](files)
  expect(rules[name]([...files, breach]).length).toBeGreaterThan(before.length)
})

test('the tree was read', () => {
  for (const folder of ['core', 'widget', 'extension', 'test/studio'])
    expect(files.filter(({ path }) => path.startsWith(`${folder}/`)).length).toBeGreaterThan(10)
})

function planted(path: string, text: string): File {
  return { path, text }
}
