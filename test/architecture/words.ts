import { parseAst } from 'vite'
import type { File } from './files'

type Node = { type: string; start: number; [key: string]: unknown }

/** Attributes whose value people see or hear. */
const SPOKEN = /^(title|alt|placeholder|label|aria-(label|description|roledescription|valuetext))$/
/** Where a value may come from: what a condition asks and what a call is given are no words on a screen. */
const VALUES: { [type: string]: string[] } = {
  JSXExpressionContainer: ['expression'],
  ConditionalExpression: ['consequent', 'alternate'],
  LogicalExpression: ['left', 'right'],
  TemplateLiteral: ['quasis'],
}

/** Words that a view shows and no catalogue holds: [where they begin, what they are]. The product's own name is no word. */
export function inlineWords({ text }: File): [at: number, words: string][] {
  const found: [number, string][] = []
  walk(parseAst(text, { lang: 'tsx' }) as unknown as Node, (node) => found.push(...wordsIn(shownBy(node))))
  return found
}

function shownBy(node: Node): unknown {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return node.children
  return node.type === 'JSXAttribute' && SPOKEN.test(nameOf(node)) ? node.value : undefined
}

const nameOf = ({ name }: Node): string => String((name as { name: unknown }).name)

function wordsIn(shown: unknown): [number, string][] {
  if (Array.isArray(shown)) return shown.flatMap(wordsIn)
  if (!shown) return []
  const node = shown as Node
  const said = node.type === 'TemplateElement' ? (node.value as { raw: string }).raw : node.value
  if (/^(JSXText|Literal|TemplateElement)$/.test(node.type) && typeof said === 'string')
    return /\p{L}{2}/u.test(said.replace('Forecost', '')) ? [[node.start, said.trim()]] : []
  return (VALUES[node.type] ?? []).flatMap((key) => wordsIn(node[key]))
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (!node || typeof node !== 'object') return
  if ('type' in node) visit(node as Node)
  Object.values(node).forEach((inner) => walk(inner, visit))
}
