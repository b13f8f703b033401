import { readFile } from 'node:fs/promises'
import { frame } from './frame'
import { anchor, html } from './markdown'

/** The help section. `prices` is the printed price page itself. */
export const helpPages = [
  { id: 'credits', title: 'How credits work' },
  { id: 'prices', title: 'Prices' },
  { id: 'limits', title: 'Plans, limits and roles' },
  { id: 'images', title: 'Images' },
  { id: 'video', title: 'Video' },
  { id: '3d', title: '3D' },
  { id: 'audio', title: 'Audio' },
  { id: 'edit', title: 'Editing and upscaling' },
]

const textOf = (id: string) =>
  readFile(new URL(id === 'prices' ? '../prices.md' : `./${id}.md`, import.meta.url), 'utf8')

/** One help page as a document: readable without scripts; the widget replaces the sentences inside its elements. */
export async function helpPage(id: string, switches: Record<string, string>): Promise<string> {
  const text = await textOf(id)
  const kept = new URLSearchParams(switches).toString().replaceAll('&', '&amp;')
  const to = (path: string) => (kept ? `${path}?${kept}` : path)
  const nav = helpPages
    .map(
      (page) =>
        `<a class="entry" href="${to(`/help/${page.id}`)}"${page.id === id ? ' aria-current="page"' : ''}>${page.title}</a>`,
    )
    .join('')
  const body = `<div class="help">
<header><a class="brand" href="${to('/create/image')}"><img src="/assets/icon.svg" alt="" width="30" height="30"><span>Nordlys Help</span></a>
<a class="chip" href="${to('/create/image')}">Open the studio</a>
<button type="button" class="chip" data-theme-toggle>Light or dark</button></header>
<nav aria-label="Help">${nav}</nav>
<main>${id === 'prices' ? withContents(text) : html(text)}</main>
</div>`
  const title = helpPages.find((page) => page.id === id)!.title
  return frame({
    title: `${title} · Nordlys Help`,
    card: true,
    body,
    scripts: ['/assets/page.js', '/widget/forecost.js'],
  })
}

/** The price page with a row of links to its tools, and without the tables that only forms and tests need. */
function withContents(text: string): string {
  const shown = text.split('## Names used by the forms')[0]!
  const links = [...shown.matchAll(/^## (.+)$/gm)].map(([, heading]) => {
    const words = heading!.replace(/ ?\(`.*/, '')
    return `<a href="#${anchor(heading!)}">${words}</a>`
  })
  const [first, ...rest] = html(shown).split('\n<h2')
  return `${first}<div class="contents">${links.join('')}</div>${rest.map((part) => `\n<h2${part}`).join('')}`
}
