// npm run cards:golden: writes the golden tables anew. Read the diff before you commit it.
import { writeFileSync } from 'node:fs'
import { loadCards } from '../../../core/rate-cards'
import { goldenTable } from './table'

for (const card of await loadCards()) writeFileSync(new URL(`${card.provider}.txt`, import.meta.url), goldenTable(card))
