import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Seat, Store } from '../store'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** The headers of every page: nothing from elsewhere, nothing inline, no eval. */
export const strict: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('Content-Security-Policy', policy)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'no-referrer')
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}

export const cookie = 'nordlys_session'

/** Runs `answer` for the signed-in member; 401 otherwise. */
export const signedIn =
  (store: Store, answer: (c: Context, seat: Seat) => Response | Promise<Response>) => (c: Context) => {
    const seat = store.signedIn(getCookie(c, cookie))
    return seat ? answer(c, seat) : c.json({ code: 'signed_out', message: 'Sign in first.' }, 401)
  }

/** The JSON object of a request, or null: too large, not JSON, not an object. */
export async function body(c: Context): Promise<Record<string, unknown> | null> {
  const text = await c.req.text()
  if (text.length > 65_536) return null
  try {
    const value: unknown = JSON.parse(text || '{}')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}
export const malformed = (c: Context, want: string) => c.json({ code: 'malformed', message: `Expected ${want}.` }, 400)
