/** @type {import('@docusaurus/types').Config} */
module.exports = {
  title: 'Prices',
  url: 'http://localhost',
  baseUrl: '/',
  onBrokenLinks: 'throw',
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
  stylesheets: ['/forecost.css'],
  scripts: [{ src: '/reports.js' }, { src: '/forecost.js', type: 'module' }],
}
