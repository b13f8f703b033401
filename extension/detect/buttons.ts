import { wordsOf } from '../binding/words'
import { findAll } from './deep'
import { nameOf } from './names'
import { segmented, tokens } from './tokens'
import { isSeen } from './visible'
import { moneyWords } from './vocabulary'
import { beside, generate, kindVerbs, otherwise } from './words'

const buttons =
  'button, [role=button], input[type=submit], input[type=button], a[role=button], [part=base][type=submit]'
const strip = '[role=tablist], [role=menu], [role=menubar], [role=listbox], [role=radiogroup], nav, [role=navigation]'
const besideWords = new Set(beside.flatMap(tokens))
const startWords = generate.flatMap((word) => tokens(word))
const chosenClass = /(^|[-_ ])(active|selected|current)($|[-_ ])/i

/** A button as detection sees it: one that starts a run, or one that finishes something else. */
export type Button = { element: HTMLElement; name: string; starts: boolean }

/** Of the buttons that can be seen, those that start a paid run of these kinds, and those that finish something else. */
export function buttonsOf(seen: Named[], kinds: string[]): Button[] {
  const verbs = [...startWords.map((word) => [word]), ...kinds.flatMap((kind) => kindVerbs[kind] ?? []).map(tokens)]
  const known = new Set([...verbs.flat(), ...besideWords])
  const others = new Set(otherwise.flatMap(tokens))
  return seen.flatMap(({ element, name }): Button[] => {
    const words = segmented(tokens(name), known)
    if (isRun(words, verbs)) return isElsewhere(element) ? [] : [{ element, name, starts: true }]
    const finishes = words.length > 0 && words.length <= 4 && (others.has(words[0]!) || isSubmit(element))
    return finishes ? [{ element, name, starts: false }] : []
  })
}

/** A button and what it is called. */
export type Named = { element: HTMLElement; name: string }

/** Every button that the user can see, whatever it is called. */
export function allButtons(roots: ParentNode[]): Named[] {
  return findAll(roots, buttons, 1000)
    .filter(isSeen)
    .map((element) => ({ element: element as HTMLElement, name: buttonName(element) }))
}

function buttonName(element: Element): string {
  if (element.localName === 'input') return (element as HTMLInputElement).value.slice(0, 80)
  return element.getAttribute('aria-label')?.slice(0, 80) || wordsOf(element).slice(0, 80) || nameOf(element)
}

/** A verb that starts a run, first or last, with nothing beside it but what is made and what it takes. */
function isRun(words: string[], verbs: string[][]): boolean {
  if (words.length === 0 || words.length > 8) return false
  return verbs.some((verb) => {
    const at = words.findIndex((_, i) => verb.every((part, j) => words[i + j] === part))
    if (at < 0) return false
    const rest = [...words.slice(0, at), ...words.slice(at + verb.length)]
    return rest.every(
      (word) => besideWords.has(word) || moneyWords.has(word) || /^\d/.test(word) || verbs.some((v) => v[0] === word),
    )
  })
}

/** Tabs, menus, links and toggles of the same name start nothing. */
function isElsewhere(element: Element): boolean {
  if (element.closest(strip) || element.hasAttribute('aria-pressed') || element.hasAttribute('aria-selected'))
    return true
  if (element.hasAttribute('aria-haspopup') || element.hasAttribute('aria-expanded')) return true
  if (element.localName === 'a' && element.getAttribute('href')) return true
  const parent = element.parentElement
  const like = parent ? [...parent.children].filter((child) => child.localName === element.localName) : []
  // Buttons side by side of which some are marked are a drawn tab strip.
  const marked = like.filter(
    (child) => chosenClass.test(child.getAttribute('class') ?? '') || child.hasAttribute('aria-current'),
  )
  return marked.length > 0 && marked.length < like.length
}

const isSubmit = (element: Element) => element.getAttribute('type') === 'submit'
