import { readFileSync } from 'node:fs'

/** One published price, as it was read: see test/facts/prices.json. */
export type Row = {
  id: string
  vendor: string
  tool: string
  params: Record<string, string | number | boolean | null>
  expected: { amount: number | null; unit: string; min?: number; max?: number }
  kind: 'charge' | 'rate' | 'addon' | 'multiplier' | 'component' | 'plan' | 'limit'
  as_of: string
}

const read = (file: string) => JSON.parse(readFileSync(new URL(`../facts/${file}`, import.meta.url), 'utf8'))

/** Every row of prices.json. */
export function readRows(): Row[] {
  return (read('prices.json') as (Row & { id: number })[]).map((row) => ({ ...row, id: String(row.id) }))
}

type Page = { path: string; header: string[]; rows: string[][] }

/** Krea's published compute units as rows of their own: the columns are the params, the vendor's "~" is left out. */
export function readKreaRows(): Row[] {
  const pages = read('krea-compute-units.json') as Page[]
  return pages.flatMap((page) => page.rows.map((cells, i) => kreaRow(page, cells, i)))
}

function kreaRow({ path, header }: Page, cells: string[], i: number): Row {
  const params: Row['params'] = {}
  header.forEach((name, column) => {
    if (!name.startsWith('Compute Units') && name !== 'Average Completion Time')
      params[name] = cells[column]!.replaceAll('*', '')
  })
  const column = header.findIndex((name) => name.startsWith('Compute Units'))
  const unit = header[column] === 'Compute Units' ? 'compute units/run' : 'compute units/step'
  const amount = Number(cells[column]!.replace(/^~/, '').replaceAll(',', ''))
  const kind = unit.endsWith('step') ? 'rate' : 'charge'
  return {
    id: `krea:${path}#${i}`,
    vendor: 'Krea (compute units)',
    tool: path,
    params,
    expected: { amount, unit },
    kind,
    as_of: '',
  }
}
