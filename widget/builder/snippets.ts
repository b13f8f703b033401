/** What an author chose: attributes of the element, in the order they are written. */
export type Chosen = { [attribute: string]: string }
/** Where the files of dist/widget lie on the site, ending in "/", and how the frame is called for those who do not see it. */
export type Site = { files: string; title: string }
/** A piece to paste, and the file that it goes into. */
export type Part = { file: string; text: string }
/** Hosts that serve no files of ours: what they are given is a whole address. */
const elsewhere = ['mintlify', 'gitbook', 'notion'] as const
export const kinds = ['html', 'mdx', 'vitepress', 'starlight', 'react', 'iframe', ...elsewhere] as const
export type Kind = (typeof kinds)[number]
export const isElsewhere = (kind: Kind): boolean => (elsewhere as readonly Kind[]).includes(kind)

const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
// Of a string of JavaScript in a configuration.
const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const tag = (chosen: Chosen): string => {
  const attributes = Object.entries(chosen).map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${quoted(value)}"`,
  )
  return `<forecost-calculator${attributes.join('')}></forecost-calculator>`
}

const frame = (chosen: Chosen, { files }: Site): string =>
  `${files}frame.html?${new URLSearchParams(chosen).toString()}`

// JSX takes the text of an attribute nearly as HTML does; what is more than plain goes in as a string of JavaScript.
const jsx = (chosen: Chosen): string => {
  const value = (text: string): string => (/^[\w ./:,=-]*$/.test(text) ? `"${text}"` : `{${JSON.stringify(text)}}`)
  const attributes = Object.entries(chosen).map(([name, text]) => ` ${name}=${value(text)}`)
  return `<forecost-calculator${attributes.join('')} />`
}

/** The text that puts a calculator into a page of one kind of host, piece by piece. */
export const snippets: { [kind in Kind]: (chosen: Chosen, site: Site) => Part[] } = {
  html: (chosen, { files }) => [
    {
      file: 'page.html',
      text: `<link rel="stylesheet" href="${quoted(files)}forecost.css" />
<script type="module" src="${quoted(files)}forecost.js"></script>

${tag(chosen)}`,
    },
  ],
  mdx: (chosen, { files }) => [
    {
      file: 'docusaurus.config.js',
      text: `stylesheets: [${literal(`${files}forecost.css`)}],
scripts: [{ src: ${literal(`${files}forecost.js`)}, type: 'module' }],`,
    },
    { file: 'docs/page.mdx', text: jsx(chosen) },
  ],
  vitepress: (chosen, { files }) => [
    {
      file: '.vitepress/config.js',
      text: `head: [
  ['link', { rel: 'stylesheet', href: ${literal(`${files}forecost.css`)} }],
  ['script', { type: 'module', src: ${literal(`${files}forecost.js`)} }],
],
vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('forecost-') } } },`,
    },
    { file: 'page.md', text: tag(chosen) },
  ],
  starlight: (chosen, { files }) => [
    {
      file: 'astro.config.mjs: starlight({ … })',
      text: `head: [
  { tag: 'link', attrs: { rel: 'stylesheet', href: ${literal(`${files}forecost.css`)} } },
  { tag: 'script', attrs: { type: 'module', src: ${literal(`${files}forecost.js`)} } },
],`,
    },
    { file: 'src/content/docs/page.md', text: tag(chosen) },
  ],
  react: (chosen, { files }) => [
    {
      file: 'Prices.jsx / Prices.tsx',
      text: `/// <reference types="forecost/react" />
'use client'
import { languagesFrom } from 'forecost'
import 'forecost/widget/forecost.css'

languagesFrom(${literal(`${files}languages`)})

export const Prices = () => (
  ${jsx(chosen)}
)`,
    },
  ],
  iframe: (chosen, site) => [
    {
      file: 'page.html',
      text: `<iframe src="${quoted(frame(chosen, site))}" title="${quoted(site.title)}" width="100%" height="560"></iframe>
<script type="module" src="${quoted(site.files)}forecost-frame.js"></script>`,
    },
  ],
  mintlify: (chosen, site) => [
    {
      file: 'page.mdx',
      text: `<iframe src="${quoted(frame(chosen, site))}" title="${quoted(site.title)}" width="100%" height="560"></iframe>`,
    },
  ],
  gitbook: (chosen, site) => [{ file: 'page.md', text: `{% embed url="${frame(chosen, site)}" %}` }],
  notion: (chosen, site) => [{ file: '/embed', text: frame(chosen, site) }],
}
