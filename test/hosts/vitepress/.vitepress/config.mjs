export default {
  title: 'Prices',
  head: [
    ['link', { rel: 'stylesheet', href: '/forecost.css' }],
    ['script', { src: '/reports.js' }],
    ['script', { type: 'module', src: '/forecost.js' }],
  ],
  themeConfig: { search: { provider: 'local' } },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('forecost-') } } },
}
