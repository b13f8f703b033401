import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'

export default defineConfig({
  telemetry: false,
  integrations: [
    starlight({
      title: 'Prices',
      pagefind: false,
      head: [
        { tag: 'link', attrs: { rel: 'stylesheet', href: '/forecost.css' } },
        { tag: 'script', attrs: { src: '/reports.js' } },
        { tag: 'script', attrs: { type: 'module', src: '/forecost.js' } },
      ],
    }),
  ],
})
