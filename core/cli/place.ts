import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'

export type Place = { line: number; column: number }

/** The text of a card with the places of its values. */
export type Located = {
  value?: unknown
  broken?: Place & { message: string }
  at: (path: readonly PropertyKey[]) => Place
}

/** Parses JSON strictly and finds where a path stands: at the key of a field, at the value of an item. */
export function locate(text: string): Located {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true })
  const at = (path: readonly PropertyKey[]) => placeAt(text, root ? offsetOf(root, path) : 0)
  const [first] = errors
  if (first) return { broken: { ...placeAt(text, first.offset), message: wordsOf(first) }, at }
  return { value: JSON.parse(text) as unknown, at }
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

const wordsOf = ({ error }: ParseError): string =>
  `not JSON: ${printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()}`
