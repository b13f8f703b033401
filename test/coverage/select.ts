import type { Mapping, Rule } from './mapping'
import type { Row } from './rows'

/** The first rule of a mapping that speaks of a row. */
export function ruleFor(mapping: Mapping, row: Row): Rule | undefined {
  return mapping.rules.find((rule) => speaksOf(rule, row))
}

function speaksOf(rule: Rule, row: Row): boolean {
  if (rule.ids && !rule.ids.includes(row.id)) return false
  if (rule.kind && !listed(rule.kind).includes(row.kind)) return false
  if (rule.tool && !listed(rule.tool).some((pattern) => fits(pattern, row.tool))) return false
  return Object.entries(rule.params ?? {}).every(([name, wanted]) => paramFits(row.params[name], wanted))
}

const listed = (texts: string | string[]): string[] => [texts].flat()

function paramFits(value: Row['params'][string] | undefined, wanted: string | string[] | null): boolean {
  if (wanted === null) return value === undefined || value === null
  if (value === undefined || value === null) return false
  return listed(wanted).some((pattern) => fits(pattern, String(value)))
}

/** A pattern: exact, or with `*` for anything. */
function fits(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 'su').test(text)
}
