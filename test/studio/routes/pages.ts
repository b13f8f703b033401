import type { Hono } from 'hono'
import { helpPage, helpPages } from '../help/pages'
import { frame } from '../help/frame'

const tools = /^\/(create|edit|upscale)\/[a-z0-9-]+$/
const others = new Set(['/', '/sign-in', '/batch', '/gallery', '/history', '/team', '/dev'])

/** The shell of the studio's client-side pages, and the help pages, which are plain documents. */
export function pages(app: Hono): void {
  app.get('/help', (c) => c.redirect('/help/credits'))
  app.get('/help/:page', async (c) => {
    const page = c.req.param('page')
    if (!helpPages.some((one) => one.id === page)) return c.html(shell(c.req.query('markup') === 'off'), 404)
    return c.html(await helpPage(page, c.req.query()))
  })
  app.get('*', (c) => {
    if (c.req.path.startsWith('/api/')) return c.json({ code: 'not_found', message: 'No such address.' }, 404)
    const known = others.has(c.req.path) || tools.test(c.req.path)
    return c.html(shell(c.req.query('markup') === 'off'), known ? 200 : 404)
  })
}

const shell = (bare: boolean) =>
  frame({
    title: 'Nordlys Studio',
    card: !bare,
    body: '<div id="app"></div><noscript><p class="bare">Nordlys Studio needs JavaScript. The <a href="/help/credits">help pages</a> do not.</p></noscript>',
    scripts: ['/assets/main.js'],
  })
