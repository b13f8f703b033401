import { resolve } from 'node:path'
import { defineConfig, type UserManifest } from 'wxt'
import { ownRenderer, tightStyles } from './build/in-page'
import { localeFiles, withoutCommands } from './build/languages'
import { noInnerHtml } from './build/no-inner-html'

/** Public half of the add-on's key: fixes the id geebamnfdnmcpgphfmffncfncmachgoa in Chromium, however it is loaded. */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0ntpTBrGiOGoE4lRw1rX7fC2yXBWP+TNoj0D6BsJawrmUBU+H+IZ+KYuAj6/30U5I3RgYkqm908mqCO7bOFppTXl/EQY1Bf0A4Roxuxb9ituUtkIw5ZAywW2ps9SFVVPCFi6gfw4SFTHM4W/rN0qcW1LEL1NqNyFdS9gSGS0PS+EYeKot7nQdN6K2zvT0ukY6iDW8EMMAPf1DilCXFG58ZsHdb6+2c1qPr0KyCg31+svViXAQ/yuY0KAEw8p+uQiQege50ti22BZNBlgFftQFBsz8zrlS+cpO6dstVmNoA/oCcNLkDGnTXKYEUWk1PLNV1nnJPCpFwAJA0l7vocbEQIDAQAB'

/** No inline script, no eval, no remote code; the background may ask any vendor the user has allowed. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'connect-src http: https:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Where this copy looks for signed updates of its prices, and whose signature counts: nowhere, unless whoever builds it says so. */
const channel = {
  url: process.env['FORECOST_CHANNEL_URL'] || undefined,
  publicKey: process.env['FORECOST_CHANNEL_KEY'] || undefined,
}

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: 'dist/extension',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => ({ ...common, ...(browser === 'firefox' ? firefox : chromium) }),
  hooks: {
    'build:publicAssets': async (_wxt, files) => void files.push(...(await localeFiles())),
    // Each script that goes into pages is built on its own, and small.
    'vite:build:extendConfig': ([entry, ...others], config) => {
      if (others.length > 0) Object.assign(config.build!.rollupOptions!.output!, pagesInOne)
      if (entry?.type !== 'unlisted-script' || others.length > 0) return
      config.plugins = [config.plugins, tightStyles, ownRenderer]
    },
  },
  vite: () => ({
    plugins: [noInnerHtml, withoutCommands],
    define: { FORECOST_CHANNEL: JSON.stringify(channel) },
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    // Every browser that takes the add-on knows how to preload a module.
    build: { modulePreload: { polyfill: false }, rollupOptions: { onwarn: sayUnlessAnnotation } },
  }),
})

/** All that the popup needs is one file, and our other pages take their share of it from there: a page that asks for ten waits for ten. */
const pagesInOne = { manualChunks: { pages: ['virtual:wxt-html-plugins', resolve('extension/popup/show.tsx')] } }

/** zod's comments about annotations are not annotations; every other warning is worth reading. */
function sayUnlessAnnotation(warning: { code?: string }, say: (warning: never) => void): void {
  if (warning.code !== 'INVALID_ANNOTATION') say(warning as never)
}

const common: UserManifest = {
  name: '__MSG_extension_name__',
  description: '__MSG_extension_description__',
  default_locale: 'en',
  permissions: ['storage', 'scripting', 'activeTab', 'alarms'],
  optional_permissions: ['notifications'],
  optional_host_permissions: ['*://*/*'],
  // The name is known in background/here.ts; Chromium keeps some letters with Alt and Shift for itself.
  commands: { speak: { suggested_key: { default: 'Alt+Shift+Y' }, description: '__MSG_command_speak__' } },
  content_security_policy: { extension_pages: contentSecurityPolicy },
}

// What an organisation may set: Firefox knows no schema for it, and reads the same values from its own policies (docs/policy.md).
const storage = { managed_schema: 'policy.schema.json' }
const chromium: UserManifest = { key, minimum_chrome_version: '120', storage }

/** Firefox asks every add-on to say what it collects; the installed types are older than that question. */
const gecko: Record<string, unknown> = {
  id: 'forecost@forecost.dev',
  strict_min_version: '140.0',
  data_collection_permissions: { required: ['none'] },
}

// Android answers that question from a later version on.
const firefox: UserManifest = { browser_specific_settings: { gecko, gecko_android: { strict_min_version: '142.0' } } }
