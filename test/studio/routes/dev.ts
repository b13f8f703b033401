import type { Hono } from 'hono'
import { isAmount, parsed, printed } from '../pricing/credits'
import type { AccountMode, Store } from '../store'
import { free } from '../store/grants'
import type { Run } from '../store/model'
import { body, malformed } from './guard'

const modes: AccountMode[] = [
  'ok',
  'down',
  'slow',
  'unauthorised',
  'forbidden',
  'throttled',
  'nonsense',
  'malformed',
  'stale',
]
const endings: Run['ending'][] = ['done', 'failed', 'moderated', 'partial', 'unrefunded', 'twice']

/** Developer controls, for tests and for the page /dev: the clock, the store, the account endpoint, the next runs. */
export function dev(app: Hono, store: Store): void {
  app.get('/dev/state', (c) => c.json(state(store)))
  app.post('/dev/now', async (c) => {
    const asked = await body(c)
    const at = asked?.now === null ? null : new Date(asked?.now as string | number).getTime()
    if (Number.isNaN(at)) return malformed(c, 'now: a time, or null')
    store.setNow(at)
    return c.json(state(store))
  })
  app.post('/dev/reset', async (c) => {
    const asked = (await body(c)) ?? {}
    const now = asked.now === undefined ? undefined : new Date(asked.now as string | number).getTime()
    store.reset({
      ...(now !== undefined && { now }),
      ...(typeof asked.seed === 'number' && { seed: asked.seed }),
      ...(typeof asked.failRate === 'number' && { failRate: asked.failRate }),
    })
    return c.json(state(store))
  })
  app.post('/dev/account', async (c) => {
    const asked = await body(c)
    const mode = modes.find((one) => one === asked?.mode)
    if (!mode) return malformed(c, `mode: ${modes.join(', ')}`)
    store.setAccountMode(mode, Number(asked!.ms ?? 0))
    return c.json(state(store))
  })
  app.post('/dev/balance', async (c) => {
    const asked = await body(c)
    const workspace = store.workspaces().find((one) => one.id === asked?.workspace)
    if (!workspace || !isAmount(asked?.amount)) return malformed(c, 'a workspace and an amount such as "340"')
    const kind = asked.kind === 'pool' || asked.kind === 'plan' ? asked.kind : 'top-up'
    store.setBalance(workspace, parsed(asked.amount), kind)
    return c.json(state(store))
  })
  app.post('/dev/finish', (c) => {
    store.finish()
    return c.json(state(store))
  })
  app.post('/dev/next', async (c) => {
    const asked = await body(c)
    const wanted = [asked?.ending].flat()
    if (!wanted.every((one) => endings.some((known) => known === one)))
      return malformed(c, `ending: ${endings.join(', ')}`)
    store.endNext(...(wanted as Run['ending'][]))
    return c.json(state(store))
  })
  app.post('/dev/drift', async (c) => {
    const asked = await body(c)
    if (typeof asked?.feature !== 'string' || typeof asked.times !== 'number')
      return malformed(c, 'a feature and times')
    store.setDrift(asked.feature, asked.times)
    return c.json(state(store))
  })
  app.post('/dev/fail-rate', async (c) => {
    const asked = await body(c)
    if (typeof asked?.rate !== 'number') return malformed(c, 'rate: 0 to 1')
    store.setFailRate(asked.rate)
    return c.json(state(store))
  })
}

function state(store: Store) {
  return {
    now: store.now(),
    account: store.accountMode(),
    failRate: store.failRate(),
    workspaces: store.workspaces().map((workspace) => ({
      id: workspace.id,
      plan: workspace.plan,
      members: workspace.members.map((member) => ({
        id: member.id,
        role: member.role,
        free: printed(free(workspace, member, store.now())),
      })),
      runs: workspace.runs.length,
      entries: workspace.entries.length,
    })),
  }
}
