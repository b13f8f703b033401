import type { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { printed } from '../pricing/credits'
import type { Store } from '../store'
import { dayOf } from '../store/calendar'
import { free } from '../store/grants'
import { plans, roles } from '../store/plans'
import { running, waiting } from '../store/timeline'
import { body, cookie, malformed, signedIn } from './guard'

/** Signing in and out, and what the studio's own pages show of the member. */
export function session(app: Hono, store: Store): void {
  app.get('/api/people', (c) =>
    c.json(
      store.workspaces().map(({ id, name, plan, members }) => ({
        id,
        name,
        plan: plans[plan].name,
        members: members.map((member) => ({ id: member.id, name: member.name, role: roles[member.role].name })),
      })),
    ),
  )
  app.post('/api/session', async (c) => {
    const asked = await body(c)
    if (typeof asked?.member !== 'string') return malformed(c, 'a member')
    const token = store.signIn(asked.member)
    if (!token) return c.json({ code: 'no_such_member', message: 'Nobody of that name works here.' }, 404)
    setCookie(c, cookie, token, { httpOnly: true, sameSite: 'Lax', path: '/' })
    return c.json({ member: asked.member })
  })
  app.delete('/api/session', (c) => {
    store.signOut(getCookie(c, cookie) ?? '')
    deleteCookie(c, cookie, { path: '/' })
    return c.body(null, 204)
  })
  app.get(
    '/api/me',
    signedIn(store, (c, { workspace, member }) =>
      c.json({
        member: { id: member.id, name: member.name, role: member.role, roleName: roles[member.role].name },
        may: roles[member.role].may,
        workspace: {
          id: workspace.id,
          name: workspace.name,
          plan: workspace.plan,
          planName: plans[workspace.plan].name,
        },
        free: printed(free(workspace, member, store.now())),
        running: running(workspace).length,
        waiting: waiting(workspace).length,
        slots: plans[workspace.plan].slots,
        today: dayOf(store.now()),
      }),
    ),
  )
}
