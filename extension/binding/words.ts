const longest = 200
const silent = 'textarea, input, select, [contenteditable=""], [contenteditable="true"], script, style, template'

/**
 * The visible words of an element, at most 200 characters, runs of white space made one.
 * Fields the user writes into are passed over, so prompt text never gets here; longer texts end at the limit.
 */
export function wordsOf(element: Element): string {
  const parts: string[] = []
  let length = 0
  collect(element)
  return parts.join(' ').replace(/\s+/g, ' ').trim().slice(0, longest)

  function collect(node: Element) {
    if (node.matches(silent)) return
    for (const child of node.childNodes) {
      if (length > longest) return
      if (child.nodeType === 1) collect(child as Element)
      if (child.nodeType === 3) add(child as Text)
    }
  }
  function add(text: Text) {
    const part = text.substringData(0, longest + 1)
    parts.push(part)
    length += part.trim().length
  }
}

/** Compares labels as people do: case, outer space and width of spaces do not count. */
export function sameWords(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(words: string): string {
  return words.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}
