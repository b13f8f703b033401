import type { RateCard } from '../rate-card'
import { bands } from './bands'
import { blocks } from './blocks'
import { complete } from './complete'
import { conditioned } from './conditioned'
import { digits } from './digits'
import { doubles } from './doubles'
import { examples } from './examples'
import { exemplified } from './exemplified'
import { labels } from './labels'
import type { Finding, Lint } from './lint'
import { literals } from './literals'
import { matches } from './matches'
import { names } from './names'
import { rates } from './rates'
import { references } from './references'
import { sources } from './sources'
import { tables } from './tables'
import { tiers } from './tiers'
import { units } from './units'
import { unread } from './unread'

/** The registry: one line a lint, in the order findings are shown. */
export const lints = {
  names,
  matches,
  tables,
  rates,
  bands,
  tiers,
  literals,
  blocks,
  complete,
  digits,
  sources,
  references,
  labels,
  doubles,
  examples,
  exemplified,
  conditioned,
  unread,
  units,
} satisfies Record<string, Lint>

export type LintName = keyof typeof lints
export type { Finding } from './lint'

/** What all lints find in a card that passes the schema and whose names resolve. */
export function lint(card: RateCard): (Finding & { lint: LintName })[] {
  return Object.entries(lints).flatMap(([name, check]) =>
    (check as Lint)(card).map((finding) => ({ ...finding, lint: name as LintName })),
  )
}
