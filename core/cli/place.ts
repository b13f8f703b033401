import {
  findNodeAtLocation,
  getNodePath,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser'

export type Place = { line: number; column: number }

type Double = Place & { path: readonly (string | number)[] }

/** The text of a card with the places of its values. */
export type Located = {
  value?: unknown
  broken?: Place & { message: string }
  /** Keys that an object has twice: of these JSON keeps the last, and the other price is lost. */
  doubles: readonly Double[]
  at: (path: readonly PropertyKey[]) => Place
}

/** Parses JSON strictly and finds where a path stands: at the key of a field, at the value of an item. */
export function locate(text: string): Located {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true })
  const at = (path: readonly PropertyKey[]) => placeAt(text, root ? offsetOf(root, path) : 0)
  const [first] = errors
  if (first) return { broken: brokenAt(text, first), doubles: [], at }
  return { value: JSON.parse(text) as unknown, doubles: root ? doublesIn(text, root) : [], at }
}

function offsetOf(root: Node, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length) as (string | number)[])
    if (!node) continue
    return node.parent?.type === 'property' ? node.parent.offset : node.offset
  }
  return root.offset
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n') }
}

const MOST_DOUBLES = 20

function doublesIn(text: string, root: Node): Double[] {
  const found: Double[] = []
  const open = [root]
  for (let node = open.pop(); node && found.length < MOST_DOUBLES; node = open.pop()) {
    const children = node.children ?? []
    for (const child of children) open.push(child)
    if (node.type !== 'object') continue
    const keys = new Set<unknown>()
    for (const { children: [key] = [] } of children) {
      if (key && keys.has(key.value))
        found.push({ ...placeAt(text, key.offset), path: [...getNodePath(node), key.value as string] })
      keys.add(key?.value)
    }
  }
  return found
}

/** A missing comma belongs after what stands before it. */
function brokenAt(text: string, { error, offset }: ParseError): Place & { message: string } {
  const name = printParseErrorCode(error)
  const before = text.slice(0, offset).trimEnd()
  const place = placeAt(text, name === 'CommaExpected' ? before.length : offset)
  return { ...place, message: `not JSON: ${wordsOf(name, text, before, offset)}` }
}

function wordsOf(name: string, text: string, before: string, offset: number): string {
  if (text.trim() === '') return 'the file is empty'
  if (text.trimStart().startsWith('<')) return 'this is a web page'
  if (text.slice(offset).trim() === '') return 'the text ends before the card does'
  if (before.endsWith(',') && /[}\]]/.test(text[offset]!)) return `one comma too many before ${text[offset]!}`
  return PROBLEMS[name] ?? name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}

const PROBLEMS: Record<string, string> = {
  InvalidCommentToken: 'it has no comments',
  CommaExpected: 'a comma is missing here',
  ColonExpected: 'a colon is missing here',
  InvalidSymbol: 'names and texts stand in double quotes: "..."',
  PropertyNameExpected: 'a name in double quotes is missing here',
  InvalidCharacter: 'a text holds a line break or tab: write \\n or \\t',
  UnexpectedEndOfString: 'a text has no closing quote',
  EndOfFileExpected: 'the card has ended before this',
}
