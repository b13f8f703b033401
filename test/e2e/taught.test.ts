import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SiteFile } from '../../extension/sites/site-file'
import { openChromium } from './chromium'
import type { Opened } from './opened'
import { until } from './seat'

// A site file that somebody gave the user is put in, forgotten, and brought back.

const site: SiteFile = {
  format: 1,
  id: 'own-tool',
  name: 'tool.example',
  version: 1,
  match: ['https://tool.example/*'],
  card: { provider: 'runway' },
  forms: [{ feature: 'film', generate: [{ by: 'text', value: 'make' }], dimensions: {} }],
}

let opened: Opened
let page: Page
let folder: string

beforeAll(async () => {
  opened = await openChromium({ headless: true })
  folder = await mkdtemp(join(tmpdir(), 'taught-'))
  page = await opened.openOwn('/options.html')
})
afterAll(() => opened?.close())

const section = () => page.$eval('section[aria-labelledby=taught]', (it) => it.textContent ?? '')
const says = (words: string) => until(section, (it) => it.includes(words), words)
const press = (name: string) => page.click(`section[aria-labelledby=taught] ::-p-aria(${name})`)
async function put(name: string, text: string) {
  await writeFile(join(folder, name), text)
  const field = (await page.waitForSelector('section[aria-labelledby=taught] input')) as ElementHandle<HTMLInputElement>
  await field.uploadFile(join(folder, name))
}

test('what is no site file changes nothing, and is said', async () => {
  await put('bad.json', '{"format":2}')
  await says('This is not a file for one site')
  expect(await section()).toContain('You have not pointed at any page yet')
})

test('a file is put in; forgotten; and the last step is undone', async () => {
  await put('good.json', JSON.stringify(site))
  await says('Forecost reads tool.example as the file says')
  await press('Forget what you taught about tool.example')
  await says('is forgotten')
  expect(await section()).toContain('You have not pointed at any page yet')
  await press('Undo')
  await says('It is as it was before')
  expect(await section()).not.toContain('You have not pointed at any page yet')
})
