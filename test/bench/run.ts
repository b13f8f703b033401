/** `npm run bench`: what the budgets are kept by. Figures of this machine, in this moment: never a test. */
import { benchBeside } from './beside'
import { bundled } from './bundled'
import { benchDetection } from './detection'
import type { Figure } from './estimate'
import { benchLedger } from './ledger'
import { benchLoad } from './load'
import { benchPaint } from './paint'
import { benchPopup } from './popup'
import { benchSizes } from './sizes'
import { benchWidget } from './widget'

const { benchEstimate } = await bundled<typeof import('./estimate')>('estimate')
report('Estimates', await benchEstimate())
const { benchAnswers } = await bundled<typeof import('./answers')>('answers')
report('Answers beyond the number', await benchAnswers())
report('The ledger at 100,000 entries', await benchLedger())
report('Sizes', [...benchSizes(), ...(await benchBeside())])
report('The calculator in a page', await benchWidget())
report('From a change to the painted price', await benchPaint())
report('Detection', await benchDetection())
report('A page with and without Forecost', await benchLoad())
report('The popup, from what is kept', await benchPopup())

function report(title: string, figures: Figure[]): void {
  console.log(`\n${title}`)
  for (const { what, value, budget, ok } of figures) {
    const verdict = budget ? `  (budget ${budget}: ${ok ? 'kept' : 'MISSED'})` : ''
    console.log(`  ${what}: ${value}${verdict}`)
  }
  if (figures.length === 0) console.log('  nothing measured')
}
