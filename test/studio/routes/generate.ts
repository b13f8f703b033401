import type { Context, Hono } from 'hono'
import { priced } from '../pricing'
import { printed } from '../pricing/credits'
import { Refusal, type Settings } from '../pricing/settings'
import type { Seat, Store } from '../store'
import { dayOf } from '../store/calendar'
import { free } from '../store/grants'
import type { Run, Workspace } from '../store/model'
import { queueWait } from '../store/plans'
import { cancel, type Pressed } from '../store/press'
import { body, malformed, signedIn } from './guard'

/** Pressing Generate, and what became of it. */
export function generate(app: Hono, store: Store): void {
  app.post(
    '/api/generate',
    signedIn(store, async (c, seat) => {
      const asked = await body(c)
      if (typeof asked?.feature !== 'string' || !isSettings(asked.settings))
        return malformed(c, 'a feature and settings')
      const title = String(asked.title ?? '').slice(0, 80)
      const { feature, settings } = asked
      return sold(c, () => answer(c, store, seat, store.generate(seat, { feature, settings, title })))
    }),
  )
  app.post(
    '/api/quote',
    signedIn(store, async (c, { workspace }) => {
      const asked = await body(c)
      if (typeof asked?.feature !== 'string' || !isSettings(asked.settings))
        return malformed(c, 'a feature and settings')
      const { feature, settings } = asked
      return sold(c, () => {
        const { low, high } = priced(feature, settings, workspace.plan, dayOf(store.now()))
        return c.json({ low: printed(low), high: printed(high), currency: 'credits' })
      })
    }),
  )
  app.get(
    '/api/runs',
    signedIn(store, (c, { workspace }) => {
      const limit = Math.min(200, Number(c.req.query('limit') ?? 60) || 60)
      return c.json(
        workspace.runs
          .slice(-limit)
          .reverse()
          .map((run) => shown(workspace, run)),
      )
    }),
  )
  app.post(
    '/api/runs/:id/cancel',
    signedIn(store, (c, { workspace, member }) => {
      const run = workspace.runs.find((r) => r.id === c.req.param('id') && r.member === member.id)
      if (!run) return c.json({ code: 'no_such_run', message: 'No run of yours.' }, 404)
      if (!cancel(workspace, run)) return c.json({ code: 'too_late', message: 'It has started.' }, 409)
      return c.json(shown(workspace, run))
    }),
  )
}

const isSettings = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** 422 with the reason where the price page does not sell it. */
function sold(c: Context, go: () => Response): Response {
  try {
    return go()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return c.json({ code: error.code, message: error.message, setting: error.setting }, 422)
  }
}

function answer(c: Context, store: Store, { workspace, member }: Seat, pressed: Pressed): Response {
  if ('stop' in pressed) {
    const { status, ...stop } = pressed.stop
    return c.json(stop, status)
  }
  if ('short' in pressed) {
    const { code, needed, have } = pressed.short
    return c.json({ code, needed: printed(needed), have: printed(have), plan: workspace.plan }, 402)
  }
  const balance = printed(free(workspace, member, store.now()))
  return c.json({ ...shown(workspace, pressed.run), currency: 'credits', balance }, 201)
}

/** A run as the studio's pages and its callers see it. */
function shown(workspace: Workspace, run: Run) {
  return {
    id: run.id,
    at: run.at,
    member: workspace.members.find((member) => member.id === run.member)?.name ?? run.member,
    feature: run.feature,
    settings: run.settings,
    title: run.title,
    amount: printed(run.amount),
    state: run.state,
    lane: run.lane,
    startsAt: run.startsAt,
    endsAt: run.endsAt,
    ...(run.state === 'queued' && { wait: queueWait }),
  }
}
