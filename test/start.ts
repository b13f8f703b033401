/**
 * `npm start`: builds everything, serves the sample studio, opens a browser with the add-on on it where there is one,
 * and prints a first price. `--no-build` takes what is built; `--no-browser` opens none.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import puppeteer, { type Browser } from 'puppeteer-core'
import { serveFolder } from './built/serve-folder'
import { builtExtension } from './e2e/built'
import { findChromium, findFirefox } from './e2e/browsers'
import { startStudio, type Studio } from './studio/server'

const asked = new Set(process.argv.slice(2))

if (!asked.has('--no-build')) {
  console.log('Building the add-on, the widget and the command line...')
  execFileSync('npm', ['run', '-s', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
}
const studio = await openStudio()
const builder = await serveFolder(fileURLToPath(new URL('../dist/widget', import.meta.url)))
const browser = asked.has('--no-browser') ? undefined : await openBrowser(studio.url)

const quote = ['quote', 'runway', 'text-to-video', 'model=gen4.5', 'duration=5']
console.log(`
  Sample studio     ${studio.url}
  Widget page       ${studio.url}/help/video
  Embed builder     ${builder.origin}/builder.html
  Add-on            dist/extension/chrome-mv3, dist/extension/firefox-mv3 (load one as an unpacked extension)

  A first price     npx forecost ${quote.join(' ')}
`)
console.log(indented(execFileSync(process.execPath, ['dist/cli/forecost.js', ...quote], { encoding: 'utf8' })))
console.log('\nStop with Ctrl-C.')

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await browser?.close().catch(() => undefined)
    builder.server.close()
    await studio.close()
    process.exit(0)
  })
}

/** Its usual port where it is free, so that the address stays the same; else any. */
async function openStudio(): Promise<Studio> {
  return startStudio({ port: 4300 }).catch(() => startStudio({ port: 0 }))
}

async function openBrowser(url: string): Promise<Browser | undefined> {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    console.log('There is no display, so no browser is opened. The studio and the widget are served all the same.')
    return undefined
  }
  const chromium = findChromium()
  const executablePath = chromium ?? findFirefox()
  if (!executablePath) {
    console.log('No Chromium, Chrome, Edge or Firefox was found, so none is opened. Set FORECOST_CHROMIUM to name one.')
    return undefined
  }
  try {
    const opened = await launch(executablePath, chromium === undefined)
    const page = (await opened.pages())[0] ?? (await opened.newPage())
    await page.goto(url)
    await page.bringToFront()
    console.log(`Opened ${executablePath} with the add-on. Press "Turn on" in its welcome page or its toolbar popup.`)
    return opened
  } catch (error) {
    console.log(`${executablePath} did not open: ${(error as Error).message}`)
    return undefined
  }
}

async function launch(executablePath: string, firefox: boolean): Promise<Browser> {
  const opened = await puppeteer.launch({
    browser: firefox ? 'firefox' : 'chrome',
    executablePath,
    headless: false,
    defaultViewport: null,
    ...(!firefox && { pipe: true, enableExtensions: true }),
    args: process.getuid?.() === 0 && !firefox ? ['--no-sandbox'] : [],
  })
  await opened.installExtension(builtExtension(firefox ? 'firefox-mv3' : 'chrome-mv3'))
  return opened
}

function indented(text: string): string {
  return text.trimEnd().replace(/^/gm, '  ')
}
