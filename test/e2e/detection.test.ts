import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isolatedWorld, probeScript } from '../detect/isolated'
import { card } from '../gallery/card'
import { findChromium } from './browsers'

// Detection as an extension runs it: in a world of its own, on pages laid out by a real browser.

type Found = { request: Record<string, unknown>; buttons: string[]; status: string }

let browser: Browser
let page: Page
let look: () => Promise<Found[]>

beforeAll(async () => {
  browser = await puppeteer.launch({ executablePath: findChromium()!, args: ['--no-sandbox'] })
  page = await browser.newPage()
  await page.setContent('<!doctype html><body></body>')
  const world = await isolatedWorld(page, await probeScript())
  look = () => world.run(`forecostProbe.forms(${JSON.stringify(card)}, 'film')`)
})
afterAll(() => browser?.close())

async function found(html: string): Promise<Found[]> {
  await page.evaluate((words) => (document.body.innerHTML = words), html)
  return look()
}

const length = '<label>Duration <select><option>5 s</option><option selected>8 s</option></select></label>'

test.each([
  ['Generate', 'in English', true],
  ['Create video', 'with what is made', true],
  ['Generate (12 credits)', 'with its price', true],
  ['Générer', 'in French', true],
  ['立即生成', 'in Chinese', true],
  ['生成する', 'in Japanese', true],
  ['إنشاء', 'in Arabic', true],
  ['Regenerate', 'for another try of the last', false],
  ['Enhance', 'for the prompt', false],
  ['Generate prompt', 'for the prompt', false],
  ['Create project', 'for something else', false],
  ['Run forever', 'for another kind of run', false],
])('the button "%s", %s: starts a run: %s', async (name, _, starts) => {
  expect((await found(`<form>${length}<button type=button>${name}</button></form>`)).length).toBe(starts ? 1 : 0)
})

test.each([
  ['a tab', '<div role=tablist><button role=tab>Generate</button></div>'],
  ['a drawn tab', '<div><button class="tab active">Generate</button><button class=tab>Edit</button></div>'],
  ['a link', '<a role=button href="/generate">Generate</a>'],
  ['a hidden copy', '<button style="position:absolute;left:-9999px">Generate</button>'],
  ['a button that opens a menu', '<button aria-haspopup=menu>Generate</button>'],
])('%s of the same name is not the button', async (_, html) => {
  expect(await found(`<div>${length}${html}</div>`)).toEqual([])
})

test('a sticky copy of the button belongs to the same form', async () => {
  const forms = await found(
    `<form>${length}<button>Generate</button></form><button style="position:fixed;bottom:0">Generate</button>`,
  )
  expect(forms.map(({ buttons }) => buttons)).toEqual([['Generate', 'Generate']])
})

test('two tools on one page each have their own settings', async () => {
  const other = length.replace(' selected', '').replace('<option>5 s', '<option selected>5 s')
  const forms = await found(
    `<section>${length}<button>Generate</button></section><section>${other}<button>Generate</button></section>`,
  )
  expect(forms.map(({ request }) => request.duration)).toEqual(['8', '5'])
})

test.each([
  ['a filter', '<div><h3>Filter</h3><label>Resolution <select><option>4K</option></select></label></div>'],
  ['a player', '<div class="player-bar"><label>Resolution <select><option>4K</option></select></label></div>'],
  ['another tool', '<div><label>Resolution <select><option>4K</option></select></label><button>Upscale</button></div>'],
  ['a hidden panel', '<div hidden><label>Resolution <select><option>4K</option></select></label></div>'],
])('a resolution in %s is not the resolution of the run', async (_, html) => {
  const [form] = await found(`<main>${html}<div>${length}<button>Generate</button></div></main>`)
  expect(form!.request).toEqual({ duration: '8' })
})

test('controls in open and closed shadow roots: the open ones are read, the closed ones stay unread', async () => {
  await page.evaluate(() => {
    customElements.define(
      'x-box',
      class extends HTMLElement {
        connectedCallback() {
          const root = this.attachShadow({ mode: this.getAttribute('mode') as ShadowRootMode })
          root.innerHTML = this.getAttribute('html')!
        }
      },
    )
  })
  const select = (name: string, value: string) => `<label>${name} <select><option>${value}</option></select></label>`
  const box = (mode: string, html: string) => `<x-box mode=${mode} html="${html}"></x-box>`
  const [form] = await found(
    `<form>${box('open', select('Resolution', '4K'))}${box('closed', select('Aspect ratio', '1:1'))}${length}<button>Generate</button></form>`,
  )
  expect(form!.request).toEqual({ resolution: '4k', duration: '8' })
})

test('the prompt is counted, and nothing of it is read', async () => {
  const [form] = await found(`<form><textarea>Duration 12 s, 4K</textarea>${length}<button>Generate</button></form>`)
  expect(form!.request).toEqual({ duration: '8', characters: '17' })
})

test.each([
  ['two settings of one name that differ', `${length}<label>Length <input type=number value=5></label>`, undefined],
  ['two that agree', `${length}<label>Length <input type=number value=8></label>`, '8'],
  [
    'a name that the code contradicts',
    '<label>Duration <select name=variants><option>8 s</option></select></label>',
    undefined,
  ],
  [
    'a slider that counts places of a list',
    '<label>Duration <input type=range min=0 max=2 value=1></label>',
    undefined,
  ],
  [
    'a label that repeats another value',
    '<span>Duration: 12 s</span> <input type=range min=3 max=15 value=8>',
    undefined,
  ],
])('%s: %s', async (_, html, expected) => {
  const [form] = await found(`<form><label>Audio <input type=checkbox></label>${html}<button>Generate</button></form>`)
  expect(form!.request.duration).toBe(expected)
})
