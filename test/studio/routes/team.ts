import type { Hono } from 'hono'
import { isAmount, printed } from '../pricing/credits'
import type { PlanId } from '../pricing/tool'
import type { Store } from '../store'
import { capUsed, spendable, sum } from '../store/grants'
import type { RoleId } from '../store/model'
import { packs, plans, roles, type Permission } from '../store/plans'
import { body, malformed, signedIn } from './guard'

/** The team page: who works here, what there is to spend; plan, roles and caps for those who may change them. */
export function team(app: Hono, store: Store): void {
  app.get(
    '/api/team',
    signedIn(store, (c, { workspace, member }) =>
      c.json({
        name: workspace.name,
        plan: workspace.plan,
        renewsAt: plans[workspace.plan].monthly ? workspace.renewsAt : workspace.refillsAt,
        plans: Object.entries(plans).map(([id, plan]) => ({ id, name: plan.name, price: plan.price })),
        packs: Object.entries(packs)
          .filter(([, pack]) => pack.plans.includes(workspace.plan))
          .map(([id, pack]) => ({ id, amount: printed(pack.amount), price: pack.price })),
        grants: spendable(workspace, member, store.now()).map((grant) => ({
          id: grant.id,
          kind: grant.kind,
          name: grant.name,
          left: printed(grant.left),
          expires: grant.expires,
        })),
        total: printed(sum(spendable(workspace, member, store.now()))),
        members: workspace.members.map((one) => ({
          id: one.id,
          name: one.name,
          email: one.email,
          role: one.role,
          cap: one.cap === null ? null : printed(one.cap),
          used: printed(capUsed(workspace, one, store.now())),
        })),
      }),
    ),
  )
  const may = (permission: Permission, change: Parameters<typeof signedIn>[1]) =>
    signedIn(store, (c, seat) =>
      roles[seat.member.role].may.includes(permission)
        ? change(c, seat)
        : c.json({ code: 'not_permitted', message: `A ${seat.member.role} may not do that.` }, 403),
    )
  app.patch(
    '/api/team/plan',
    may('buy', async (c, { workspace }) => {
      const asked = await body(c)
      if (!isPlan(asked?.plan)) return malformed(c, 'a plan')
      store.setPlan(workspace, asked.plan)
      return c.json({ plan: workspace.plan })
    }),
  )
  app.patch(
    '/api/team/members/:id',
    may('caps', async (c, { workspace }) => {
      const asked = await body(c)
      const one = workspace.members.find((member) => member.id === c.req.param('id'))
      if (!one) return c.json({ code: 'no_such_member', message: 'Not in this team.' }, 404)
      if (!asked || !isChange(asked)) return malformed(c, 'a role, or a cap such as "500"')
      store.setMember(one, asked)
      return c.json({ id: one.id, role: one.role, cap: one.cap === null ? null : printed(one.cap) })
    }),
  )
  app.get(
    '/api/invoices',
    may('buy', (c, { workspace }) =>
      c.json(
        [...workspace.invoices]
          .sort((a, b) => b.at - a.at)
          .map(({ cents, ...invoice }) => ({
            ...invoice,
            amount: (cents / 100).toFixed(2),
            currency: 'USD',
          })),
      ),
    ),
  )
  app.post(
    '/api/team/top-up',
    may('buy', async (c, { workspace }) => {
      const asked = await body(c)
      if (!store.topUp(workspace, String(asked?.pack))) return malformed(c, 'a pack of this plan')
      return c.json({ pack: asked!.pack }, 201)
    }),
  )
}

const isPlan = (value: unknown): value is PlanId => typeof value === 'string' && Object.hasOwn(plans, value)

function isChange(asked: Record<string, unknown>): asked is { role?: RoleId; cap?: string | null } {
  const role = asked.role === undefined || (typeof asked.role === 'string' && Object.hasOwn(roles, asked.role))
  return role && (asked.cap === undefined || asked.cap === null || isAmount(asked.cap))
}
