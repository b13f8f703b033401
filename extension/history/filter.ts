import type { Row } from '../../core/history'

/** Which lines are shown; empty: all. `tool` and `account` are keys of `toolKey` and `accountKey`. */
export type Filter = {
  tool: string
  account: string
  tag: string
  status: string
  when: 'always' | 'today' | 'days7' | 'days30' | 'month' | 'between'
  from: string
  to: string
}

export const allRows: Filter = { tool: '', account: '', tag: '', status: '', when: 'always', from: '', to: '' }

export const toolKey = ({ provider, feature }: Pick<Row, 'provider' | 'feature'>): string =>
  `${provider} ${feature ?? ''}`
export const accountKey = ({ provider, account, site }: Pick<Row, 'provider' | 'account' | 'site'>): string =>
  `${provider} ${site ?? ''} ${account}`

/** Stands for a filter of lines without a tag: no tag is empty. */
export const UNTAGGED = '\u0000'

/** The lines a filter lets through, in their order. */
export function matching(rows: Row[], filter: Filter, now: number): Row[] {
  const { from, to } = span(filter, now)
  const { tool, account, tag, status } = filter
  if (!tool && !account && !tag && !status && from === -Infinity && to === Infinity) return rows
  return rows.filter(
    (row) =>
      row.at >= from &&
      row.at < to &&
      (!tool || toolKey(row) === tool) &&
      (!account || accountKey(row) === account) &&
      (!status || row.status === status || (status === 'kept' && row.kept === true)) &&
      (!tag || (tag === UNTAGGED ? row.tags.length === 0 : row.tags.includes(tag))),
  )
}

/** The instants a filter reaches from and to, in the time of this computer. */
export function span({ when, from, to }: Filter, now: number): { from: number; to: number } {
  const today = new Date(now)
  const begin = (days: number) => new Date(today.getFullYear(), today.getMonth(), today.getDate() - days).getTime()
  if (when === 'today') return { from: begin(0), to: Infinity }
  if (when === 'days7') return { from: begin(6), to: Infinity }
  if (when === 'days30') return { from: begin(29), to: Infinity }
  if (when === 'month') return { from: new Date(today.getFullYear(), today.getMonth(), 1).getTime(), to: Infinity }
  if (when === 'between') return { from: dayBegin(from, 0) ?? -Infinity, to: dayBegin(to, 1) ?? Infinity }
  return { from: -Infinity, to: Infinity }
}

function dayBegin(text: string, later: number): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return found ? new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]) + later).getTime() : undefined
}

/** What there is to choose from: one row for each tool and account, and the tags. */
export function choicesOf(rows: readonly Row[]) {
  const tools = new Map<string, Row>()
  const accounts = new Map<string, Row>()
  const tags = new Set<string>()
  const states = new Set<Row['status']>()
  for (const row of rows) {
    if (row.feature !== undefined && !tools.has(toolKey(row))) tools.set(toolKey(row), row)
    if (!accounts.has(accountKey(row))) accounts.set(accountKey(row), row)
    for (const tag of row.tags) tags.add(tag)
    states.add(row.status)
  }
  return { tools, accounts, tags: [...tags].sort(), states: [...states] }
}
export type Choices = ReturnType<typeof choicesOf>
