import nextra from 'nextra'

export default nextra({})({
  output: 'export',
  images: { unoptimized: true },
  trailingSlash: true,
  turbopack: { root: import.meta.dirname },
})
