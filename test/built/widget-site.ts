import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { expect } from 'vitest'
import { sealed } from '../../core/seal'
import { version } from '../../package.json'
import { card } from '../widget/states'

/** The policy of a careful documentation site: nothing inline, nothing evaluated, no markup from strings. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

const dist = new URL('../../dist/widget/', import.meta.url)

/** Builds the widget where it is not built yet. */
export function buildWidget(): void {
  if (existsSync(new URL('forecost.js', dist))) return
  // Under a test's own environment JSX is compiled for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync('npx', ['tsx', 'build/widget.ts'], { stdio: 'inherit', env })
}

const SETTINGS = 'model=gen4&amp;duration=5&amp;resolution=720p&amp;variants=1'
const body = `
<p>A video takes <forecost-price id="price" card="/card.json" feature="video" settings="${SETTINGS}&amp;audio=false">some credits</forecost-price>.</p>
<forecost-calculator id="calculator" card="/card.json" feature="video" plan="standard" settings="${SETTINGS}">Our prices.</forecost-calculator>
<forecost-calculator id="open" card="/card.json" balance="100"></forecost-calculator>
<forecost-calculator id="missing" card="/none.json"></forecost-calculator>
<forecost-calculator id="malformed" card='{"format": 2}'></forecost-calculator>
<forecost-calculator id="unknown" card="/card.json" feature="dance"></forecost-calculator>
<forecost-calculator id="early" feature="stitch" settings="${SETTINGS}"></forecost-calculator>`

const page = (head: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Prices</title><meta name="viewport" content="width=device-width">
  <link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/forecost.css"><script src="/before.js"></script>${head}<body><main><h1>Prices</h1>${body}</main><script src="/early.js"></script></html>`

// Notes what the policy reports, what of the typing reaches the site, and what the author reads in the console.
const before = `
window.reports = []
window.said = []
for (const level of ['error', 'warn']) {
  const say = console[level]
  console[level] = (...all) => { said.push(all.map(String).join(' ')); say.apply(console, all) }
}
document.addEventListener('securitypolicyviolation', (event) => reports.push(event.violatedDirective))
document.addEventListener('keydown', (event) => { if (event.key === '/') reports.push('the site opened its search') })
`
// At the end of the page: it runs when the elements are parsed and before the deferred scripts define them.
const early = `
const early = document.querySelector('#early')
early.feature = 'video'
early.settings = { model: 'turbo', duration: '5' }
early.card = '/card.json'
reports.push(...(customElements.get('forecost-calculator') ? ['defined too soon'] : []))`

// A calculator whose card is late, with text below it that must not move.
const slow = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Slow</title>
<link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/forecost.css"><link rel="stylesheet" href="/reserve.css">
<script src="/before.js"></script><script type="module" src="/forecost.js"></script><body><main>
<forecost-calculator id="calculator" card="/slow.json" feature="video" settings="${SETTINGS}"></forecost-calculator>${'<p>Text that stands below.</p>'.repeat(20)}</main></html>`

// The same in a language that is loaded on demand, and tables.
const foreign = `<!doctype html><html lang="qps-rtl"><meta charset="utf-8"><title>Prices</title>
<link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/forecost.css"><script src="/before.js"></script>
<script type="module" src="/forecost.js"></script><script type="module" src="/forecost-table.js"></script><body><main><h1>Prices</h1>
<forecost-calculator id="calculator" card="/card.json" feature="video" settings="${SETTINGS}"></forecost-calculator>
<forecost-calculator id="second" card="/card.json" feature="stitch"></forecost-calculator>
<forecost-table id="table" card="/card.json" feature="video" settings="duration=5&amp;variants=1" for="calculator"></forecost-table></main></html>`
const tables = foreign
  .replace('lang="qps-rtl"', 'lang="en"')
  .replace(
    '</main>',
    '<forecost-table id="plans" card="/card.json" feature="video" compare="plans"></forecost-table></main>',
  )
// Cards that came with the script, one of them edited, and one from elsewhere that says it was checked.
const cards = (path: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Cards</title>
<link rel="stylesheet" href="/page.css"><script src="/before.js"></script><script type="module" src="/forecost.js"></script><body><main>
<forecost-calculator id="calculator" card="${path}" feature="text-to-video"></forecost-calculator></main></html>`
const runway = async () => (await built('/cards/runway.json'))[1]
const forged = async () => {
  const text = (await runway()).replace(/#[^"]*"/, '"').replaceAll('https://', 'javascript://')
  return sealed(text, version)
}

// A calculator with what is asked of it beyond the price.
const more = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Prices</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/forecost.css"><script src="/before.js"></script>
<script type="module" src="/forecost.js"></script><body><main><h1>Prices</h1>
<forecost-calculator id="calculator" answers card="/card.json" feature="video" balance="400" settings="${SETTINGS}&amp;audio=false"></forecost-calculator></main></html>`

// Every state that a reader can meet, below one another.
const common = 'card="/card.json" feature="video"'
const states = (head = ''): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>States</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/forecost.css">${head}
<script src="/before.js"></script><script type="module" src="/forecost.js"></script><script type="module" src="/forecost-table.js"></script><body><main><h1>Prices</h1>
<forecost-calculator id="exact" ${common} plan="standard" settings="${SETTINGS}" share state="exact" tool="/tool" account="/account"></forecost-calculator>
<forecost-calculator id="range" ${common} settings="${SETTINGS}&amp;audio=true"></forecost-calculator>
<forecost-calculator id="unpriced" ${common} settings="${SETTINGS.replace('720p', '4k')}"></forecost-calculator>
<forecost-calculator id="short" ${common} settings="${SETTINGS}" balance="10" runs="3"></forecost-calculator>
<forecost-calculator id="answers" answers ${common} settings="${SETTINGS}&amp;audio=false" balance="400"></forecost-calculator>
<forecost-calculator id="open" card="/card.json" density="compact"></forecost-calculator>
<forecost-calculator id="loading" card="/never.json"></forecost-calculator>
<forecost-calculator id="error" card="/none.json"></forecost-calculator>
<p>One takes <forecost-price id="price" ${common}>some credits</forecost-price>.</p>
<forecost-table id="table" ${common} settings="duration=5&amp;variants=1"></forecost-table>
<forecost-table id="plans" ${common} compare="plans"></forecost-table></main></html>`

const copies: { [path: string]: string[] } = {
  '/twice': ['/forecost.js', '/forecost.iife.js'],
  '/versions': ['/forecost.js', '/other/forecost.js'],
}

/** What the author's console says of the page `/`, sorted. */
export const toldOf = (origin: string, path: string): unknown[] => [
  expect.stringMatching(/^<forecost-calculator> card\.\w+: /),
  `<forecost-calculator> ${origin}/none.json: Error: it answered 404`,
  '<forecost-calculator> no feature "dance" in Nord Studio: video, stitch, custom, speech',
  ...(copies[path]
    ? [`forecost: one of these is enough: ${copies[path].map((file) => origin + file).join(', ')}`]
    : []),
]

type Reply = [type: string, text: string]
const pages: { [path: string]: () => Promise<Reply> } = {
  '/': async () => ['text/html', page('<script type="module" src="/forecost.js"></script>')],
  '/classic': async () => ['text/html', page('<script defer src="/forecost.iife.js"></script>')],
  '/twice': async () => [
    'text/html',
    page('<script type="module" src="/forecost.js"></script><script defer src="/forecost.iife.js"></script>'),
  ],
  // One site brings two versions of us, by two ways.
  '/versions': async () => [
    'text/html',
    page('<script type="module" src="/forecost.js"></script><script type="module" src="/other/forecost.js"></script>'),
  ],
  '/dark': async () => [
    'text/html',
    page('<link rel="stylesheet" href="/dark.css"><script type="module" src="/forecost.js"></script>'),
  ],
  '/dark.css': async () => ['text/css', 'html { color-scheme: dark }'],
  '/page.css': async () => [
    'text/css',
    'body { font: 16px/1.7 system-ui; margin: 0; padding: 16px; background: Canvas; color: CanvasText } main { max-width: 690px; margin: auto }',
  ],
  '/before.js': async () => ['text/javascript', before],
  '/early.js': async () => ['text/javascript', early],
  '/foreign': async () => ['text/html', foreign],
  '/answers': async () => ['text/html', more],
  '/tables': async () => ['text/html', tables],
  // Only the script itself is here and what it checks a card with, and nothing else of what it loads later.
  '/alone': async () => ['text/html', slow.replace('/forecost.js', '/alone/forecost.js')],
  '/alone/forecost.js': () => built('/forecost.js'),
  '/ours': async () => ['text/html', cards('/cards/runway.json')],
  '/edited': async () => ['text/html', cards('/cards/edited.json')],
  '/cards/edited.json': async () => ['application/json', (await runway()).replace('"Runway"', '"Runaway"')],
  '/elsewhere': async () => ['text/html', cards('/elsewhere.json')],
  '/elsewhere.json': async () => ['application/json', await runway()],
  '/forged': async () => ['text/html', cards('/forged.json')],
  '/forged.json': async () => ['application/json', await forged()],
  '/states': async () => ['text/html', states()],
  '/states-dark': async () => ['text/html', states('<link rel="stylesheet" href="/dark.css">')],
  '/states-rtl': async () => ['text/html', states().replace('lang="en"', 'lang="ar" dir="rtl"')],
  '/never.json': () => new Promise(() => {}),
  '/slow': async () => ['text/html', slow],
  '/slow.json': async () => {
    await new Promise((done) => setTimeout(done, 400))
    return ['application/json', JSON.stringify(card)]
  },
  '/reserve.css': async () => ['text/css', 'forecost-calculator { --forecost-min-height: 29em }'],
  '/card.json': async () => ['application/json', JSON.stringify(card)],
}

const types: { [ending: string]: string } = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  html: 'text/html',
}

/** A file of the built widget; in the folder `other` as a later version has it, which looks otherwise. */
async function built(path: string): Promise<Reply> {
  if (path.startsWith('/other/')) {
    const [type, text] = await built(path.slice('/other'.length))
    return [type, text.replace('What will it cost?', 'Later version')]
  }
  if (path.startsWith('/alone/forecost-check.')) return built(path.slice('/alone'.length))
  const name = path.slice(1).split('?')[0]!
  return [types[name.split('.').pop()!] ?? 'text/plain', await readFile(new URL(name, dist), 'utf8')]
}

/** A site under the policy, with the built widget on it; every request that it gets is noted. */
export async function serveSite(): Promise<{ origin: string; requests: string[]; server: Server }> {
  const requests: string[] = []
  const server = createServer((request, reply) => {
    const path = request.url ?? ''
    requests.push(path)
    reply.setHeader('content-security-policy', POLICY)
    const answer = pages[path.split('?')[0]!] ?? (() => built(path))
    void answer().then(
      ([type, text]) => reply.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text),
      () => reply.writeHead(404).end(),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, server }
}
