import type { RateCard } from '../rate-card'
import { error, type Finding, type Lint, type Path } from './lint'

/** The card does not contradict itself: one answer for one example, one rule for one outcome, one limit of a kind. */
export const doubles: Lint = (card) => [
  ...differing(
    card.examples.map((e, i) => ({
      key: keyOf(e.feature, sorted(e.request), e.on),
      says: e.answer,
      path: ['examples', i],
    })),
    'an earlier example says',
  ),
  ...differing(
    (card.refunds ?? []).map((r, i) => ({
      key: keyOf(r.outcome, r.feature, r.match),
      says: r.charged,
      path: ['refunds', i],
    })),
    'an earlier rule for this outcome says',
  ),
  ...limitsOf(card),
]

type Statement = { key: string; says: string; path: Path }

function differing(statements: Statement[], words: string): Finding[] {
  const first = new Map<string, string>()
  return statements.flatMap(({ key, says, path }) => {
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, says)
    return earlier === undefined || earlier === says ? [] : [error(path, `${words} ${earlier}, this one ${says}`)]
  })
}

function limitsOf(card: RateCard): Finding[] {
  return Object.entries(card.plans ?? {}).flatMap(([id, plan]) =>
    differing(
      (plan.limits ?? []).map(({ kind, feature, match, window, unit, max }, i) => ({
        key: keyOf(kind, feature, match, window, unit),
        says: String(max),
        path: ['plans', id, 'limits', i],
      })),
      'an earlier limit of this kind is',
    ),
  )
}

const keyOf = (...parts: unknown[]): string => JSON.stringify(parts)
const sorted = (request: object) => Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1))
