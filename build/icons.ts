/** Draws the PNG icons of the add-on from `extension/icon.svg` with an installed Chromium: `npm run icons`. */
import { mkdir, readFile } from 'node:fs/promises'
import puppeteer from 'puppeteer-core'
import { findChromium } from '../test/e2e/browsers'

const sizes = [16, 32, 48, 96, 128]
const folder = 'extension/public/icon'

const svg = await readFile('extension/icon.svg', 'utf8')
const executablePath = findChromium()
if (!executablePath) throw new Error('Drawing the icons needs Chromium, Chrome or Edge.')
await mkdir(folder, { recursive: true })
const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] })
for (const size of sizes) {
  const page = await browser.newPage()
  await page.setViewport({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`)
  await page.screenshot({ path: `${folder}/${size}.png`, omitBackground: true })
  await page.close()
}
await browser.close()
console.log(`Drew ${sizes.map((size) => `${folder}/${size}.png`).join(', ')}`)
