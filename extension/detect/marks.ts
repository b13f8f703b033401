const chosenWord = /(^|[-_: ])(is-)?(selected|active|checked|current|chosen|pressed|on)($|[-_ ])/i
const attributes = ['aria-checked', 'aria-selected', 'aria-pressed', 'aria-current']
const states = [
  'data-state',
  'data-selected',
  'data-active',
  'data-checked',
  'data-pressed',
  'data-current',
  'data-p-active',
  'data-p-checked',
]
const on = ['', 'true', 'on', 'checked', 'active', 'selected', 'open-selected', 'page', 'step', 'pressed', 'current']

/** Every mark by which one of several choices can be the chosen one. Each is a witness of its own. */
const witnesses: ((item: Element) => boolean | undefined)[] = [
  nativeState,
  ...attributes.map((name) => (item: Element) => flag(item.getAttribute(name))),
  ...states.map((name) => (item: Element) => flag(item.getAttribute(name))),
  customState,
  (item) => chosenWord.test(item.getAttribute('class') ?? ''),
]

/**
 * The one chosen among several items, by all their marks: native state, ARIA, state attributes, words in class names.
 * Undefined where none is marked, several are, or two kinds of mark name different items: state can lie.
 */
export function chosenOf(items: Element[]): Element | undefined {
  let chosen: Element | undefined
  for (const witness of witnesses) {
    const marked = items.filter((item) => witness(item) === true)
    // Marks on all items say something else (a focus ring, a library's own class).
    if (marked.length === 0 || (marked.length === items.length && items.length > 1)) continue
    if (marked.length > 1) return undefined
    if (chosen && chosen !== marked[0]) return undefined
    chosen = marked[0]
  }
  return chosen
}

/** Whether a switch is on, by all its marks; undefined where they are missing, mixed or disagree. */
export function isOn(item: Element): boolean | undefined {
  const native = nativeState(item)
  const told = attributes.slice(0, 3).map((name) => plain(item.getAttribute(name)))
  const votes = [native, ...told, customState(item)].filter((vote) => vote !== undefined)
  if (votes.length === 0) return undefined
  return votes.every((vote) => vote === votes[0]) ? votes[0] : undefined
}

function nativeState(item: Element): boolean | undefined {
  const input = item.matches('input') ? item : item.querySelector('input[type=radio], input[type=checkbox]')
  if (!input || !['radio', 'checkbox'].includes((input as HTMLInputElement).type)) return undefined
  return (input as HTMLInputElement).indeterminate ? undefined : (input as HTMLInputElement).checked
}

/** Web components keep their state in `:state(checked)`, which a selector sees and no attribute tells. */
function customState(item: Element): boolean | undefined {
  if (!item.localName.includes('-')) return undefined
  try {
    return item.matches(':state(checked)') ? true : undefined
  } catch {
    return undefined
  }
}

const flag = (value: string | null) => (value === null ? undefined : on.includes(value))
const plain = (value: string | null) => (value === 'true' ? true : value === 'false' ? false : undefined)
