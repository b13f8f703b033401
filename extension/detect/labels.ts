import { wordsOf } from '../binding/words'
import { findAll } from './deep'
import type { FoundForm } from './form'
import type { Claim } from './match'
import { holds, isSeen } from './visible'
import { wordsIn, type Term } from './vocabulary'
import { called } from './voices'

/**
 * A form with more labels of one name than controls found for it has a control we do not know: what was found under that name may
 * be another one, so it is unread.
 */
export function heedLabels({ root, claims }: FoundForm, roots: ParentNode[], terms: Term[]): Claim[] {
  const labels = findAll(roots, 'label, legend', 300).filter((label) => holds(root, label) && isSeen(label))
  const named = labels.flatMap((label) => called(wordsIn(wordsOf(label).slice(0, 80)), terms))
  const lost = new Set(
    named.filter((name) => count(named, name) > claims.filter(({ dimension }) => dimension === name).length),
  )
  return claims.map((claim) => (lost.has(claim.dimension) ? { ...claim, read: () => undefined } : claim))
}

const count = (names: string[], name: string) => names.filter((it) => it === name).length
