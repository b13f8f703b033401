import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import type { Page } from 'puppeteer-core'
import { add, compareAmounts, parseDecimal, type Amount } from '../../core/amount'
import { english } from '../../core/locales'
import { amountText, bareText } from '../../core/locales/format'
import { printed } from '../studio/pricing/credits'
import type { Studio } from '../studio/server'
import { free } from '../studio/store/grants'
import { forms } from '../studio/app/forms/all'
import { all, has, type ShadowNode } from './closed'
import type { Opened } from './opened'

// What the chip says before a press, beside what the studio then takes. The hand knows nothing of prices, the chip nothing of the
// studio's pricing code, and the studio nothing of either.

const hand = readFileSync(new URL('./hand.js', import.meta.url), 'utf8').replace('export default ', '')

/** Members of four plans: creator with the team's pool, creator with own and shared credits, alone, free; and a capped one. */
export const members = ['aiko', 'diego', 'kwame', 'lena', 'noor'] as const
export type Pressed = { member: string; tool: string; said: string; taken: string; refused: boolean; wrong?: string }
type Reply = { status: number; amount?: string; balance?: string; code?: string }

export async function signIn(page: Page, studio: Studio, member: string): Promise<void> {
  const token = studio.store.signIn(member)!
  const { domain, name } = { domain: 'localhost', name: await cookieName(studio) }
  await page.browserContext().setCookie({ name, value: token, domain, path: '/', httpOnly: true, sameSite: 'Lax' })
}

let sessionCookie: string | undefined
async function cookieName(studio: Studio): Promise<string> {
  if (sessionCookie) return sessionCookie
  const body = JSON.stringify({ member: 'aiko' })
  const reply = await fetch(`${studio.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  })
  return (sessionCookie = reply.headers.get('set-cookie')!.split('=')[0]!)
}

/** Presses Generate `count` times on a tool, each time after a few changes of its controls; what was said and what was taken. */
export async function pressAround(
  opened: Opened,
  page: Page,
  studio: Studio,
  tool: string,
  member: string,
  count: number,
  seed: number,
): Promise<Pressed[]> {
  const form = forms.find(({ feature }) => feature === tool)!
  await page.goto(studio.url + form.path)
  await page.waitForSelector('[data-rate-card-generate]')
  await page.evaluate(begin)
  await chip(opened, page, () => true)
  const results: Pressed[] = []
  const lucks = fc.sample(luck, { numRuns: count * 9, seed })
  for (let i = 0; results.length < count && i < count * 3; i++) {
    for (const drawn of lucks.slice(i * 3, i * 3 + 3)) await page.evaluate(`(${hand})(0, ${JSON.stringify(drawn)})`)
    const pressed = await pressOnce(opened, page, studio, member)
    if (pressed) results.push({ member, tool, ...pressed })
    studio.store.finish()
    // A plan with one slot, and no queue: the page has to be told that the slot is free again.
    if (member === 'lena') await reopened(opened, page)
  }
  return results
}

const luck = fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 24, maxLength: 24 })

/** What a form asks for before it can be sent: a source from the library, some words. */
const begin = `(() => {
  document.querySelector('.library button')?.click()
  for (const words of document.querySelectorAll('textarea')) {
    words.value = 'a pier at dusk'
    words.dispatchEvent(new Event('input', { bubbles: true }))
  }
})()`

async function reopened(opened: Opened, page: Page): Promise<void> {
  await page.reload()
  await page.waitForSelector('[data-rate-card-generate]')
  await page.evaluate(begin)
  await chip(opened, page, () => true)
}

async function pressOnce(
  opened: Opened,
  page: Page,
  studio: Studio,
  member: string,
): Promise<Omit<Pressed, 'member' | 'tool'> | undefined> {
  const said = await settledChip(opened, page, studio, member)
  const replied = page.waitForResponse((response) => response.url().endsWith('/api/generate'), { timeout: 4000 })
  const [response] = await Promise.all([replied.catch(() => undefined), page.click('[data-rate-card-generate]')])
  // Nothing was sent: the form itself asks for something first, such as a text.
  if (!response) return undefined
  const reply = { ...((await response.json()) as object), status: response.status() } as Reply
  const refused = reply.status !== 201
  const taken = refused ? `${reply.status} ${reply.code}` : `${reply.amount}, ${reply.balance} left`
  const wrong = compare(said, reply)
  return { said: said.title, taken, refused, ...(wrong && { wrong }) }
}

type Chip = { state: string; title: string }

/** The chip once it speaks of the settings as they stand and of what is left now; where it does not say what is left, a moment later. */
async function settledChip(opened: Opened, page: Page, studio: Studio, member: string): Promise<Chip> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  const { workspace, member: seat } = studio.store.seatOf(member)!
  const balance = parseDecimal(printed(free(workspace, seat, studio.store.now())))!
  for (let tries = 0; ; tries++) {
    const found = await chip(opened, page, () => true)
    const known = balanceIn(found)
    if (known ? compareAmounts(known, balance) === 0 : tries >= 5) return found
    if (tries > 60) return found
    await wait(80)
  }
}

/** The balance a chip speaks of: its total and what it leaves, or what is short of it. */
function balanceIn({ state, title }: Chip): Amount | undefined {
  const [total, tail] = title.replaceAll(',', '').split(' · ')
  const amount = (text: string | undefined, pattern: RegExp) => parseDecimal(pattern.exec(text ?? '')?.[1])
  const whole = amount(total, /^(\d+(?:\.\d+)?) credits?$/)
  const left = amount(tail, /^(?:only )?(\d+(?:\.\d+)?) left/)
  const short = amount(tail, /^(\d+(?:\.\d+)?) short/)
  if (!whole) return undefined
  if (state === 'short') return short && add(whole, { lo: -short.lo, hi: -short.hi, d: short.d })
  return left && add(whole, left)
}

/** The chip, as soon as one that is wanted is there. */
async function chip(opened: Opened, page: Page, wanted: (chip: Chip) => boolean): Promise<Chip> {
  for (let tries = 0; tries < 100; tries++) {
    const node = all(await opened.tree(page, 'forecost-overlay'), isChip)[0]
    const found = node && { state: node.attributes['data-state']!, title: node.attributes.title! }
    if (found && wanted(found)) return found
    await wait(50)
  }
  throw new Error('No chip came')
}

const isChip = (node: ShadowNode): boolean => has('data-state')(node) && has('aria-haspopup', 'dialog')(node)

/** Undefined where what was said is what came; else in what they differ. */
function compare({ state, title }: Chip, reply: Reply): string | undefined {
  const stops = ['short', 'limit', 'not-permitted', 'unpriced'].includes(state)
  if (reply.status !== 201) return stops ? undefined : `refused with ${reply.code}, and the chip said "${title}"`
  if (state === 'unpriced') return `charged ${reply.amount}, and the chip said "${title}"`
  const [total = '', tail = ''] = title.split(' · ')
  if (total === amountText(reply.amount!, 'credits', english)) {
    const left = `${bareText(reply.balance!, 'credits', english)} left`
    return tail.includes(left) ? undefined : `left ${reply.balance}, and the chip said "${title}"`
  }
  return within(total, reply.amount!) ? undefined : `charged ${reply.amount}, and the chip said "${title}"`
}

/** Whether "6–16 credits" holds an amount. */
function within(total: string, amount: string): boolean {
  const [low, high] = total
    .replaceAll(',', '')
    .split('–')
    .map((text) => parseDecimal(/\d+(\.\d+)?/.exec(text)?.[0]))
  const taken = parseDecimal(amount)!
  return Boolean(low && high && compareAmounts(low, taken) <= 0 && compareAmounts(taken, high) <= 0)
}
