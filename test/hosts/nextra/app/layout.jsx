import { Head } from 'nextra/components'
import { getPageMap } from 'nextra/page-map'
import { Layout, Navbar } from 'nextra-theme-docs'
import 'nextra-theme-docs/style.css'

export const metadata = { title: 'Prices' }

export default async function RootLayout({ children }) {
  return (
    <html lang="en" dir="ltr" suppressHydrationWarning>
      <Head>
        <link rel="stylesheet" href="/forecost.css" />
        <script src="/reports.js" />
        <script type="module" async src="/forecost.js" />
      </Head>
      <body>
        <Layout navbar={<Navbar logo={<b>Prices</b>} />} pageMap={await getPageMap()} search={null}>
          {children}
        </Layout>
      </body>
    </html>
  )
}
