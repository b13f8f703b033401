import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { account } from './routes/account'
import { assets, bundled } from './routes/assets'
import { card } from './routes/card'
import { dev } from './routes/dev'
import { generate } from './routes/generate'
import { strict } from './routes/guard'
import { pages } from './routes/pages'
import { session } from './routes/session'
import { team } from './routes/team'
import { createStore, type Start, type Store } from './store'

export type Studio = { url: string; store: Store; close: () => Promise<void> }
export type StudioOptions = Start & { port?: number; host?: string; widget?: string }

/**
 * Starts Nordlys Studio, the sample site: `port` 0 takes a free one. `now` stops its clock at that time (milliseconds);
 * without it the machine's clock runs. `widget` is the folder of the built widget. `store` is its state, for tests.
 */
export async function startStudio(options: StudioOptions = {}): Promise<Studio> {
  const {
    port = 0,
    host = 'localhost',
    widget = fileURLToPath(new URL('../../dist/widget', import.meta.url)),
    ...start
  } = options
  const store = createStore(start)
  const app = studioApp(store, await bundled(), widget)
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, port, hostname: host }, () => resolve(listening))
    listening.on('error', reject)
  })
  const { port: taken } = server.address() as AddressInfo
  return { url: `http://${host}:${taken}`, store, close: () => closed(server) }
}

/** The studio's routes; the order is: programs first, pages last. */
export function studioApp(store: Store, files: Map<string, string>, widgetFolder: string): Hono {
  const app = new Hono()
  app.use('*', strict)
  card(app)
  assets(app, files, widgetFolder)
  session(app, store)
  account(app, store)
  generate(app, store)
  team(app, store)
  dev(app, store)
  pages(app)
  return app
}

function closed(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
