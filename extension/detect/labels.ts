import { wordsOf } from '../binding/words'
import { findAll } from './deep'
import type { FoundForm } from './form'
import type { Claim } from './match'
import { holds, isSeen } from './visible'
import { wordsIn, type Term } from './vocabulary'
import { called } from './voices'

/** A label that can be seen, and its words. */
export type Label = { element: Element; words: string[] }

export const labelsOf = (roots: ParentNode[]): Label[] =>
  findAll(roots, 'label, legend', 300)
    .filter(isSeen)
    .map((element) => ({ element, words: wordsIn(wordsOf(element).slice(0, 80)) }))

/**
 * A form with more labels of one name than controls found for it has a control we do not know: what was found under that name may
 * be another one, so it is unread.
 */
export function heedLabels({ root, claims }: FoundForm, labels: Label[], terms: Term[]): Claim[] {
  const named = labels.filter(({ element }) => holds(root, element)).flatMap(({ words }) => called(words, terms))
  const lost = new Set(
    named.filter((name) => count(named, name) > claims.filter(({ dimension }) => dimension === name).length),
  )
  return claims.map((claim) => (lost.has(claim.dimension) ? { ...claim, read: () => undefined } : claim))
}

const count = (names: string[], name: string) => names.filter((it) => it === name).length
