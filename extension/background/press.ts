import { balanceOf } from '../../core/balance'
import { estimate } from '../../core/estimate'
import { underRules } from '../../core/policy'
import { standing } from '../../core/standing'
import type { FromOverlay } from '../messages'
import { keepPress } from '../ledger/keep'
import { ledger } from '../ledger/open'
import { lookForCharges } from './charges'
import { noteTrouble } from './ledger-trouble'
import { tellChanged } from './sites'
import { followPress } from './refresh'
import { viewAsRead } from './view'
import { whoseOf } from './whose'

type Pressed = Extract<FromOverlay, { kind: 'pressed' }>

/** A press told later than this after it happened is dated by our own clock, in milliseconds. */
const TOLD_WITHIN = 60_000

/**
 * Keeps a press before anything else is done, and then has its charge looked for. What was said of it, and what was left before, come
 * from our own card and account of the asking site. Returns once it is kept; throws where it cannot be.
 */
export async function pressed(origin: string, message: Pressed, now: () => number): Promise<true> {
  await noteTrouble(() => keep(origin, message, now()))
  void tellChanged()
  void lookForCharges()
  void followPress(origin, now)
  return true
}

async function keep(origin: string, { run, at, feature, request, quoted }: Pressed, now: number): Promise<void> {
  const view = await viewAsRead(origin)
  if (!view.on || !view.card) return
  const { card, account } = view
  const when = Math.abs(now - at) > TOLD_WITHIN ? now : at
  const said = estimate(card, feature, request, new Date(when), 'app')
  const stands = account && underRules(standing(said, account, card, when), said, request, view.rules)
  const balance = account && balanceOf(account, when)
  await keepPress(await ledger(), {
    ...whoseOf(card, account, origin),
    run,
    at: when,
    request,
    cardVersion: card.version,
    estimate: said,
    ...(quoted !== undefined && { quoted: String(quoted) }),
    // Where only the dearest case would be refused, it may well run.
    ...(stands && { standing: stands.binding?.maybe ? 'unknown' : stands.status }),
    ...(balance !== undefined && { balance }),
  })
}
