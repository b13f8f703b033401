import { readFileSync } from 'node:fs'
import type { Settings } from './pricing/settings'
import type { PlanId } from './pricing/tool'

export type Printed = { feature: string; line: string; settings: Settings; plan?: PlanId; on?: string; total: string }

/** The printed price page, as text. */
export const pricePage = (): string => readFileSync(new URL('./prices.md', import.meta.url), 'utf8')

/** The examples of a price page: every row under a "settings | total | shows" heading, with its tool. */
export function printedExamples(page: string): Printed[] {
  let feature = ''
  let inExamples = false
  const found: Printed[] = []
  for (const line of page.split('\n')) {
    const heading = /^## .*\(`(.+)`\)/.exec(line)
    if (heading) feature = heading[1]!
    if (!line.startsWith('|')) inExamples = false
    if (/^\|\s*settings\s*\|\s*total/.test(line)) inExamples = true
    const row = /^\|\s*`([^`]+)`\s*\|([^|]+)\|/.exec(line)
    if (inExamples && row) found.push({ feature, line: row[1]!, total: row[2]!.trim(), ...settingsOf(row[1]!) })
  }
  return found
}

function settingsOf(line: string): Pick<Printed, 'settings' | 'plan' | 'on'> {
  const pairs = line === '-' ? [] : line.split(' ').map((pair) => pair.split('=') as [string, string])
  const { plan, on, ...rest } = Object.fromEntries(pairs)
  const settings = Object.fromEntries(Object.entries(rest).map(([name, text]) => [name, valueOf(name, text!)]))
  return { settings, plan: plan as PlanId | undefined, on }
}

function valueOf(name: string, text: string): Settings[string] {
  if (name === 'shots') return text.split(',').map(Number)
  if (text === '-') return null
  if (text === 'true' || text === 'false') return text === 'true'
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text
}
