import type { Context, Hono } from 'hono'
import type { Seat, Store } from '../store'
import { accountOf } from '../store/account'
import { csv, history, latest } from '../store/history'
import { signedIn } from './guard'

const hour = 3600 * 1000

/** The account and the charge history of the signed-in member, for programs; /dev/account makes the former misbehave. */
export function account(app: Hono, store: Store): void {
  app.get('/api/account', (c) => misbehaving(c, store) ?? signedIn(store, (c, seat) => answer(c, store, seat))(c))
  app.get(
    '/api/history',
    signedIn(store, (c, { workspace, member }) => {
      const of = c.req.query('scope') === 'team' ? null : member.id
      const limit = Math.min(500, Math.max(1, Number(c.req.query('limit') ?? 100) || 100))
      return c.json(history(workspace, of, c.req.query('after') ?? '', limit))
    }),
  )
  app.get(
    '/api/history.csv',
    signedIn(store, (c, { workspace }) =>
      c.body(csv(workspace), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="nordlys-charges.csv"',
      }),
    ),
  )
  app.get(
    '/api/latest',
    signedIn(store, (c, { workspace }) => c.json(latest(workspace, 50, c.req.query('before')))),
  )
}

async function answer(c: Context, store: Store, { workspace, member }: Seat): Promise<Response> {
  const { mode, ms } = store.accountMode()
  if (mode === 'slow') await new Promise((resolve) => setTimeout(resolve, ms || 5000))
  const account = accountOf(workspace, member, store.now())
  return c.json(mode === 'stale' ? { ...account, readAt: account.readAt - (ms || 2 * hour) } : account)
}

function misbehaving(c: Context, store: Store): Response | undefined {
  switch (store.accountMode().mode) {
    case 'down':
      return c.json({ code: 'down', message: 'Accounts are being mended.' }, 503)
    case 'unauthorised':
      return c.json({ code: 'signed_out', message: 'Sign in first.' }, 401)
    case 'forbidden':
      return c.json({ code: 'not_permitted', message: 'Ask an owner.' }, 403)
    case 'throttled':
      c.header('Retry-After', '30')
      return c.json({ code: 'throttled', message: 'Too many readings.' }, 429)
    case 'nonsense':
      return c.html('<!doctype html><title>Oops</title><p>An account? Here?')
    case 'malformed':
      return c.json({ provider: 'nordlys', id: 7, currency: 'credits', grants: [{ amount: 'a lot' }] })
    default:
      return undefined
  }
}
