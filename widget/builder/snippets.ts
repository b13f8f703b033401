/** What an author chose: attributes of the element, in the order they are written. */
export type Chosen = { [attribute: string]: string }
export const kinds = ['html', 'mdx', 'vitepress', 'starlight', 'react', 'iframe'] as const
export type Kind = (typeof kinds)[number]

const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

const tag = (chosen: Chosen): string => {
  const attributes = Object.entries(chosen).map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${quoted(value)}"`,
  )
  return `<forecost-calculator${attributes.join('')}></forecost-calculator>`
}

// In JSX an attribute's text is taken as it stands, so it goes in as a string of JavaScript.
const jsx = (chosen: Chosen): string => {
  const attributes = Object.entries(chosen).map(([name, value]) => ` ${name}={${JSON.stringify(value)}}`)
  return `<forecost-calculator${attributes.join('')} />`
}

const head = '<link rel="stylesheet" href="/forecost.css" />\n<script type="module" src="/forecost.js"></script>'

/** The text that puts a calculator into a page of one kind of host. */
export const snippets: { [kind in Kind]: (chosen: Chosen) => string } = {
  html: (chosen) => `${head}\n\n${tag(chosen)}`,
  mdx: (chosen) =>
    `// docusaurus.config.js\nstylesheets: ['/forecost.css'],\nscripts: [{ src: '/forecost.js', type: 'module' }],\n\n{/* page.mdx */}\n${jsx(chosen)}`,
  vitepress: (chosen) =>
    [
      '// .vitepress/config.js',
      "head: [['link', { rel: 'stylesheet', href: '/forecost.css' }], ['script', { type: 'module', src: '/forecost.js' }]],",
      "vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('forecost-') } } },",
      '',
      '<!-- page.md -->',
      tag(chosen),
    ].join('\n'),
  starlight: (chosen) =>
    [
      '// astro.config.mjs, in starlight({ ... })',
      "head: [{ tag: 'link', attrs: { rel: 'stylesheet', href: '/forecost.css' } },",
      "  { tag: 'script', attrs: { type: 'module', src: '/forecost.js' } }],",
      '',
      '<!-- page.md -->',
      tag(chosen),
    ].join('\n'),
  react: (chosen) =>
    `import 'forecost'\nimport 'forecost/widget/forecost.css'\nimport type {} from 'forecost/react'\n\nexport const Prices = () => (\n  ${jsx(chosen)}\n)`,
  iframe: (chosen) =>
    `<iframe src="/frame.html?${quoted(new URLSearchParams(chosen).toString())}" title="${quoted('Forecost')}" width="100%" height="560"></iframe>\n<script type="module" src="/forecost-frame.js"></script>`,
}
