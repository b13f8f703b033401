/** Which browsers this machine has: the first that exists of `$FORECOST_CHROMIUM`, the usual names, the usual places. */
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const chromiumNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
  'brave-browser',
]
const firefoxNames = ['firefox', 'firefox-esr', 'firefox-developer-edition']

const chromiumPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const firefoxPlaces = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

/** The path of an installed Chromium, Chrome or Edge, or undefined. */
export function findChromium(): string | undefined {
  return first(process.env.FORECOST_CHROMIUM, chromiumNames, chromiumPlaces) ?? downloaded('chromium-', 'chrome')
}

/** The path of an installed Firefox, or undefined. */
export function findFirefox(): string | undefined {
  return first(process.env.FORECOST_FIREFOX, firefoxNames, firefoxPlaces) ?? downloaded('firefox-', 'firefox')
}

/** The path of a command found through PATH, or undefined. */
export function findCommand(name: string): string | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name + suffix))
    .find((path) => existsSync(path))
}

function first(chosen: string | undefined, names: string[], places: string[]): string | undefined {
  if (chosen) return chosen
  return names.map(findCommand).find(Boolean) ?? places.find((path) => existsSync(path))
}

/** Where Playwright puts the browsers it downloads. */
function downloaded(prefix: string, command: string): string | undefined {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright')
  if (!existsSync(cache)) return undefined
  const versions = readdirSync(cache).filter((folder) => folder.startsWith(prefix))
  const inside = versions.flatMap((folder) => readdirSync(join(cache, folder)).map((part) => join(cache, folder, part)))
  return inside.map((folder) => join(folder, command)).find((path) => existsSync(path))
}
