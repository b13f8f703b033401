import type { ElementHandle, Page } from 'puppeteer-core'
import type { Settings } from './settings'

export type Setting = keyof Settings

/** Sets one setting by mouse and keyboard, whatever control it is, and waits until the site's own state has it. */
export async function drive(page: Page, setting: Setting, wanted: string): Promise<void> {
  const before = await truth(page, setting)
  const box = (await page.$(`[data-drive="${setting}"]`))!
  await box.scrollIntoView()
  if (setting === 'prompt') await typeInto(page, box, wanted)
  else if (setting === 'audio') await flip(page, box, wanted === 'on')
  else await pick(page, box, setting, wanted)
  await page.mouse.move(900, 1000)
  await settle(page)
  const after = await truth(page, setting)
  if (setting !== 'prompt' && before === after && !isAlready(before, wanted))
    throw new Error(`${setting} did not move to ${wanted}: ${before}`)
}

const isAlready = (value: unknown, wanted: string) =>
  String(value) === wanted || (wanted === 'on') === value || /^[mr]/.test(String(value))

function truth(page: Page, setting: Setting): Promise<unknown> {
  return page.evaluate(
    (name) => (window as unknown as { galleryTruth: Settings }).galleryTruth[name as Setting],
    setting,
  )
}

/** Two frames and a breath: frameworks commit, lists close. */
async function settle(page: Page) {
  await page.evaluate(
    () => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(resolve)), 350)),
  )
}

async function typeInto(page: Page, box: ElementHandle, words: string) {
  const area = await deep(box, 'textarea')
  await area!.click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}

async function flip(page: Page, box: ElementHandle, on: boolean) {
  if ((await truth(page, 'audio')) === on) return
  const kinds = ['[role=switch]:not(input)', 'input + *', '.el-switch__core', 'label', 'input']
  const found = await Promise.all(kinds.map((kind) => deep(box, kind, true)))
  const target = found.find((it) => it !== undefined)!
  await target.click()
  await settle(page)
  if ((await truth(page, 'audio')) !== on) await (await deep(box, 'input, label'))!.click()
}

/** Native lists, sliders, number boxes, drawn lists and sets of choices, tried in this order. */
async function pick(page: Page, box: ElementHandle, setting: Setting, wanted: string) {
  const select = await deep(box, 'select', true)
  if (select) {
    await select.focus()
    const labels = await select.evaluate((element) =>
      [...(element as unknown as HTMLSelectElement).options].map((option) => [option.value, option.text]),
    )
    const value = labels.find(
      ([, text]) => text === wanted || text!.startsWith(`${wanted} `) || text!.includes(`>${wanted}<`),
    )?.[0]
    await (select as ElementHandle<HTMLSelectElement>).select(value!)
    return
  }
  const slider = await deep(box, '[role=slider], input[type=range]')
  if (slider) return slide(page, slider, setting, Number(wanted))
  const number = await deep(
    box,
    'input[type=number], input[role=spinbutton], input[inputmode=numeric], input[inputmode=decimal]',
    true,
  )
  if (number) return overwrite(page, number, wanted)
  const trigger = await deep(
    box,
    '[role=combobox], [aria-haspopup]:not([aria-haspopup=false]), .ant-select, .el-select__wrapper',
    true,
  )
  if (trigger) {
    await trigger.click()
    await settle(page)
    return choose(
      page,
      await page.evaluateHandle(() => document.body),
      wanted,
      '[role=option], [role=menuitemradio], .v-list-item, .ant-select-item-option, wa-option',
    )
  }
  return choose(page, box, wanted, 'label, button, [role=radio], wa-radio')
}

async function slide(page: Page, slider: ElementHandle, setting: Setting, wanted: number) {
  await slider.focus()
  for (let i = 0; i < 20; i++) {
    const now = Number(await truth(page, setting))
    if (now === wanted) return
    await page.keyboard.press(now < wanted ? 'ArrowRight' : 'ArrowLeft')
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 40)))
  }
}

async function overwrite(page: Page, input: ElementHandle, words: string) {
  await input.click()
  await page.keyboard.down('Control')
  await page.keyboard.press('a')
  await page.keyboard.up('Control')
  await page.keyboard.type(words)
  await page.keyboard.press('Tab')
}

/** Clicks the choice with these words; a choice that is drawn beside its label is chosen through either. */
async function choose(page: Page, within: ElementHandle, wanted: string, kinds: string) {
  const found = await within.evaluateHandle(
    (root, words, selector) => {
      const seen = (element: Element) =>
        element.getBoundingClientRect().width > 0 && element.checkVisibility({ visibilityProperty: true })
      const said = (element: Element) => element.textContent!.replace(/[✓•]/g, '').trim()
      const all = [...(root as Element).querySelectorAll(selector)].filter(seen)
      return (
        all.find(
          (element) => said(element) === words || said(element) === `${words}s` || said(element) === `${words} s`,
        ) ?? null
      )
    },
    wanted,
    kinds,
  )
  const element = found.asElement() as ElementHandle<Element> | null
  if (!element) throw new Error(`no choice "${wanted}"`)
  await element.click()
  await settle(page)
}

/** The first match in an element or its open shadow roots; `shown`: one that the user can see. */
async function deep(box: ElementHandle, selector: string, shown = false): Promise<ElementHandle<Element> | undefined> {
  const found = await box.evaluateHandle(
    (root, wanted, mustShow) => {
      const roots: (Element | ShadowRoot)[] = [root as Element]
      for (const at of roots) {
        const host = at as Element
        if (host.shadowRoot && !roots.includes(host.shadowRoot)) roots.push(host.shadowRoot)
        for (const element of at.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot)
      }
      const all = roots.flatMap((at) => [...at.querySelectorAll(wanted)])
      const isShown = (element: Element) =>
        element.getBoundingClientRect().width > 8 &&
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      return all.find((element) => !mustShow || isShown(element)) ?? null
    },
    selector,
    shown,
  )
  return (found.asElement() as ElementHandle<Element> | null) ?? undefined
}
