import type { Claim } from './match'
import { tokens } from './tokens'

/** How a control can be found again, in several independent ways. */
export type Locators = { name: string; code: string[]; options: string; kind: string }

/** The locators of a claimed control. Ids made by a library at each mount ("r1", "headlessui-7") are none. */
export function locatorsOf({ widget, names }: Claim): Locators {
  return {
    name: tokens(names.label || names.near)
      .filter((word) => !/^\d/.test(word))
      .join(' '),
    code: names.attributes.filter((it) => !/\d/.test(it)),
    options: names.options
      .map((it) => tokens(it).join(' '))
      .sort()
      .join('|'),
    kind: widget.kind,
  }
}

/** Whether two sets of locators mean the same control: more of them agree than disagree. */
export function isSame(a: Locators, b: Locators): boolean {
  const votes: boolean[] = [a.kind === b.kind]
  if (a.name || b.name) votes.push(a.name === b.name)
  if (a.code.length > 0 && b.code.length > 0) votes.push(a.code.some((it) => b.code.includes(it)))
  if (a.options && b.options) votes.push(a.options === b.options)
  const yes = votes.filter(Boolean).length
  return yes * 2 > votes.length
}
