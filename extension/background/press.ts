import { balanceOf } from '../../core/balance'
import { estimate } from '../../core/estimate'
import { underRules } from '../../core/policy'
import { standing } from '../../core/standing'
import type { Pressed } from '../messages'
import { keepPress } from '../ledger/keep'
import { ledger } from '../ledger/open'
import { inTurn, lookForCharges } from './charges'
import { tellsRuns } from './note-linked'
import { isOn, tellChanged } from './sites'
import { followPress } from './refresh'
import { keepSafely, takeUp, type Unkept } from './unkept'
import { viewAsRead } from './view'
import { whoseOf } from './whose'

/** A press told later than this after it happened is dated by our own clock, in milliseconds. */
const TOLD_WITHIN = 60_000

/**
 * Keeps a press before anything else is done, and then has its charge looked for. What was said of it, and what was left before, come
 * from our own card and account of the asking site. Returns once it is kept; throws where it cannot be.
 */
export async function pressed(origin: string, press: Pressed, now: () => number): Promise<true | { on: false }> {
  await keepSafely({ origin, heard: now(), press }, keep)
  if (!(await isOn(origin))) return { on: false }
  void tellChanged()
  void lookForCharges()
  void followPress(origin, now)
  return true
}

/** Keeps the presses that an earlier background heard and was ended before it had kept them. */
export async function takeUpPresses(): Promise<void> {
  if ((await takeUp(keep)) > 0) await lookForCharges()
}

const keep = (one: Unkept): Promise<void> => inTurn(() => enter(one))

async function enter({ origin, heard, press: { run, at, feature, request, quoted } }: Unkept): Promise<void> {
  const view = await viewAsRead(origin)
  if (!view.on || !view.card) return
  const { card } = view
  const when = Math.abs(heard - at) > TOLD_WITHIN ? heard : at
  // A reading since then says what is left after the press, or before: nobody knows.
  const before = view.account && view.account.readAt <= when ? view.account : undefined
  const said = estimate(card, feature, request, new Date(when), 'app')
  const stands = before && underRules(standing(said, before, card, when), said, request, view.rules)
  const balance = before && balanceOf(before, when)
  const whose = whoseOf(card, view.account, origin)
  await keepPress(await ledger(), {
    ...whose,
    run,
    at: when,
    request,
    cardVersion: card.version,
    estimate: said,
    ...(quoted !== undefined && { quoted: String(quoted) }),
    // Where only the dearest case would be refused, it may well run.
    ...(stands && { standing: stands.binding?.maybe ? 'unknown' : stands.status }),
    ...(balance !== undefined && { balance }),
    told: async () => (whose.site === undefined ? tellsRuns(card.provider) : card.endpoints?.history !== undefined),
  })
}
