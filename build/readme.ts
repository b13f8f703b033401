/** Writes the table of vendors into the README, between its markers; `--check` says whether it is there already. */
import { readFile, writeFile } from 'node:fs/promises'
import { loadCards } from '../core/rate-cards'
import type { RateCard } from '../core/rate-card'

const START = '<!-- vendors: made by npm run readme -->'
const END = '<!-- /vendors -->'

/** The README with the table of the registry's cards in it. */
export function withVendors(readme: string, cards: readonly RateCard[]): string {
  const [before, rest = ''] = readme.split(START)
  const after = rest.split(END)[1] ?? ''
  return `${before}${START}\n\n${table(cards)}\n\n${END}${after}`
}

function table(cards: readonly RateCard[]): string {
  const rows = [...cards]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((card) => [
      card.name,
      `\`${card.provider}\``,
      String(Object.keys(card.features).length),
      card.currency,
      card.checkedOn,
    ])
  const all = [['vendor', 'name', 'features', 'prices in', 'checked on'], ...rows]
  const widths = all[0]!.map((_, i) => Math.max(...all.map((row) => row[i]!.length)))
  const line = (row: string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`
  return [line(all[0]!), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

if (process.argv[1]?.endsWith('readme.ts')) {
  const file = new URL('../README.md', import.meta.url)
  const now = await readFile(file, 'utf8')
  await writeFile(file, withVendors(now, await loadCards()))
}
