import { spawnSync } from 'node:child_process'
import { findChromium, findCommand, findFirefox } from '../e2e/browsers'

/** What the tests in real browsers need, and the Debian package that has it. */
const needs = [
  { what: 'Chromium', package: 'chromium', found: findChromium, playwright: 'chromium' },
  { what: 'Firefox', package: 'firefox-esr', found: findFirefox, playwright: 'firefox' },
  { what: 'Xvfb (a display for Chromium)', package: 'xvfb', found: () => onLinux('Xvfb') },
  { what: 'xdotool (answers the permission prompt)', package: 'xdotool', found: () => onLinux('xdotool') },
  { what: 'WebKit (for the widget)', package: 'webkit2gtk-driver', found: () => onLinux('WebKitWebDriver') },
]

/** Finds what the tests need, or installs it and says so: Debian packages as root, else Playwright's browsers. */
export function ensureBrowsers(): void {
  const missing = needs.filter((need) => !need.found())
  if (missing.length > 0) install(missing)
  for (const need of needs)
    console.log(`${need.what}: ${need.found() ?? 'not found; its tests fail, or say that they were not tried'}`)
}

function install(missing: typeof needs): void {
  const isRoot = process.getuid?.() === 0
  if (isRoot && findCommand('apt-get')) {
    const packages = missing.map((need) => need.package).join(' ')
    console.log(`Installing what the tests need: apt-get install ${packages}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const line = `apt-get update -q && apt-get install -y -q --no-install-recommends ${packages}`
    spawnSync(line, { shell: true, stdio: ['ignore', 'ignore', 'inherit'], env })
  }
  const browsers = missing.flatMap((need) => (need.playwright && !need.found() ? [need.playwright] : []))
  if (browsers.length === 0) return
  console.log(`Downloading what the tests need: playwright install ${browsers.join(' ')}`)
  spawnSync(`npx -y playwright install ${browsers.join(' ')}`, { shell: true, stdio: 'inherit' })
}

/** Other systems have a display, and tests there answer the prompt by hand or leave it. */
function onLinux(name: string): string | undefined {
  return process.platform === 'linux' ? findCommand(name) : 'not needed here'
}
