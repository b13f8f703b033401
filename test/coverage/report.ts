import { loadCard } from '../../core/rate-cards'
import { judge, type Verdict } from './judge'
import { readMappings } from './mapping'
import { readKreaRows, readRows, type Row } from './rows'

export type Judged = { row: Row; verdict: Verdict }

/** Every published row with what its card says of it. A vendor without a card or a mapping declines all of its rows. */
export async function judgeAll(): Promise<Judged[]> {
  const mappings = new Map(readMappings().map((mapping) => [mapping.vendor, mapping]))
  const judged: Judged[] = []
  for (const row of [...readRows(), ...readKreaRows()]) {
    const mapping = mappings.get(row.vendor)
    const card = mapping && (await loadCard(mapping.card))
    const verdict: Verdict = card ? judge(card, mapping, row) : { is: 'declined', why: 'no card' }
    judged.push({ row, verdict })
  }
  return judged
}

export type Count = { exact: number; printed: number; contained: number; declined: number; wrong: number; of: number }

export function count(judged: readonly Judged[]): Count {
  const total: Count = { exact: 0, printed: 0, contained: 0, declined: 0, wrong: 0, of: judged.length }
  for (const { verdict } of judged) {
    total[verdict.is]++
    if (verdict.is === 'exact' && verdict.printed) total.printed++
  }
  return total
}

/** Rows that are a price of a run; the others (plans, limits, parts, factors) are compared with a field of the card. */
export const isPrice = ({ row }: Judged): boolean => row.kind === 'charge' || row.kind === 'rate'
const isKrea = ({ row }: Judged): boolean => row.id.startsWith('krea:')

export function medianRatio(judged: readonly Judged[]): string {
  const ratios = judged
    .flatMap(({ verdict }) => (verdict.is === 'contained' ? [verdict.ratio] : []))
    .sort((a, b) => a - b)
  const middle = ratios[Math.floor((ratios.length - 1) / 2)]
  return middle === undefined ? '-' : middle.toFixed(2)
}

/** The report: wrong rows, declined rows with their reasons, a line a vendor, a line for fields, and the sum last. */
export function reportText(judged: readonly Judged[], only?: string): string {
  const shown = judged.filter(({ row }) => !only || row.vendor.toLowerCase().includes(only.toLowerCase()))
  const prices = shown.filter((j) => isPrice(j) && !isKrea(j))
  const fields = shown.filter((j) => !isPrice(j))
  const vendors = [...new Set(shown.map(({ row }) => row.vendor))]
  const { exact, contained, declined, wrong, of } = count(prices)
  return [
    ...details(shown, 'wrong'),
    ...reasons(shown),
    '',
    ...vendors.map((vendor) => vendorLine(vendor, shown.filter(({ row }) => row.vendor === vendor).filter(isPrice))),
    '',
    vendorLine('plans, limits, parts and factors, against the field of the card', fields),
    `rounded as the page prints them: ${count(prices).printed} of the exact`,
    `median high/low of the contained: ${medianRatio(prices)}`,
    `exact ${exact}, contained ${contained}, declined ${declined}, wrong ${wrong} of ${of}`,
  ].join('\n')
}

function vendorLine(vendor: string, judged: readonly Judged[]): string {
  const { exact, contained, declined, wrong, of } = count(judged)
  return `${vendor}: exact ${exact}, contained ${contained}, declined ${declined}, wrong ${wrong} of ${of}, median high/low ${medianRatio(judged)}`
}

function details(judged: readonly Judged[], is: 'wrong'): string[] {
  return judged.flatMap(({ row, verdict }) =>
    verdict.is === is
      ? [
          `${is} ${row.id} ${row.vendor} | ${row.tool} ${JSON.stringify(row.params)}: ${verdict.why} (${row.expected.unit})`,
        ]
      : [],
  )
}

function reasons(judged: readonly Judged[]): string[] {
  const groups = new Map<string, string[]>()
  for (const { row, verdict } of judged) {
    if (verdict.is !== 'declined') continue
    const key = `${row.vendor}: ${verdict.why}`
    groups.set(key, [...(groups.get(key) ?? []), row.id])
  }
  return [...groups].map(
    ([key, ids]) => `declined ${ids.length} ${key} [${ids.slice(0, 8).join(' ')}${ids.length > 8 ? ' …' : ''}]`,
  )
}
