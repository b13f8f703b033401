import type { Button } from './buttons'
import type { Claim } from './match'
import { tokens } from './tokens'
import { holds, parentOf } from './visible'
import { elsewhere } from './words'
import { wordsOf } from '../binding/words'

/** A form found: what starts the run, and the controls that belong to it. */
export type FoundForm = { root: Element; buttons: HTMLElement[]; claims: Claim[] }

const edges = 'form, dialog, [role=dialog], [role=form], [role=tabpanel]'
const marks =
  'main, section, article, aside, nav, header, footer, [role=main], [role=region], [role=complementary], [role=search]'
const elsewhereWords = new Set(elsewhere.flatMap(tokens))

/** The forms of a page: for each button that starts a run, the smallest box with all controls that are its own. */
export function formsOf(buttons: Button[], claims: Claim[]): FoundForm[] {
  const forms = new Map<Element, FoundForm>()
  for (const { element, starts, name } of buttons) {
    if (!starts) continue
    const rivals = buttons.filter(
      (other) => other.element !== element && !(other.starts && other.name === name && !hasOwn(other, element, claims)),
    )
    const found = formAround(element, claims, rivals)
    if (!found) continue
    const known = forms.get(found.root) ?? [...forms.values()].find((form) => sameClaims(form, found))
    if (known) known.buttons.push(element)
    else forms.set(found.root, found)
  }
  for (const { element, starts, name } of buttons) if (starts) addCopy(element, name, forms, buttons)
  return [...forms.values()]
}

/** A copy of the button that hangs outside the form (a bar at the bottom of a phone) starts the same run, where only one form has that name. */
function addCopy(element: HTMLElement, name: string, forms: Map<Element, FoundForm>, buttons: Button[]): void {
  const nameOf = (button: HTMLElement) => buttons.find((it) => it.element === button)?.name
  const mine = [...forms.values()].filter((form) => form.buttons.some((button) => nameOf(button) === name))
  if (mine.length !== 1 || mine[0]!.buttons.includes(element)) return
  const [first] = mine[0]!.buttons
  if (hangs(element) || (first!.className && first!.className === element.className)) mine[0]!.buttons.push(element)
}

function hangs(element: Element): boolean {
  for (let at: Element | null = element, steps = 0; at && steps < 4; at = parentOf(at), steps++) {
    if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true
  }
  return false
}

/** A second button of the same name is a copy of the first unless it has controls nearer to it than the first is. */
function hasOwn(other: Button, first: Element, claims: Claim[]): boolean {
  for (let at = parentOf(other.element); at && !holds(at, first); at = parentOf(at)) {
    if (claims.some(({ widget }) => holds(at, widget.element))) return true
  }
  return false
}

function formAround(button: HTMLElement, claims: Claim[], rivals: Button[]): FoundForm | undefined {
  let best: FoundForm | undefined
  let edge = false
  for (let at = parentOf(button); at; at = parentOf(at)) {
    const own = claims.filter(
      ({ widget }) => holds(at, widget.element) && isOwn(widget.element, button, rivals) && isHere(widget.element, at),
    )
    const count = dimensionsOf(own)
    const gained = count - (best ? dimensionsOf(best.claims) : 0)
    // Past the edge of a form that has settings, further ones count only when they are at least as many as inside.
    if (gained > 0 && !(best && edge && gained < Math.max(2, dimensionsOf(best.claims)))) {
      best = { root: at, buttons: [button], claims: own }
      edge = false
    }
    if (best && at.matches(edges)) break
    if (best && at.matches(marks)) edge = true
    if (at.localName === 'body') break
  }
  return best
}

const sameClaims = (a: FoundForm, b: FoundForm) =>
  a.claims.length === b.claims.length && a.claims.every((claim) => b.claims.includes(claim))

const dimensionsOf = (claims: Claim[]) => new Set(claims.map(({ dimension }) => dimension)).size

/** A control belongs to the button it shares the smallest box with. */
function isOwn(control: Element, button: Element, rivals: Button[]): boolean {
  for (let at = parentOf(control); at && !holds(at, button); at = parentOf(at)) {
    if (rivals.some(({ element }) => holds(at, element))) return false
    if (at.localName === 'form' && !(button as HTMLButtonElement).form?.isSameNode(at)) return false
  }
  return true
}

/** Whether no box between the form and the control says that it is about something else: a filter, a history, a preview. */
function isHere(control: Element, root: Element): boolean {
  for (let at: Element | null = control; at && at !== root; at = parentOf(at)) {
    const head = at === control ? null : headOf(at)
    const said = `${at.getAttribute('aria-label') ?? ''} ${at.id} ${at.getAttribute('class') ?? ''} ${head ? wordsOf(head).slice(0, 60) : ''}`
    if (tokens(said).some((word) => elsewhereWords.has(word))) return false
    if (at.matches('[role=search], nav, [role=feed]')) return false
  }
  return true
}

const headOf = (box: Element) =>
  box.querySelector(
    ':scope > legend, :scope > summary, :scope > h1, :scope > h2, :scope > h3, :scope > h4, :scope > header',
  )
