import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { toolLink } from '../../core/tool-link'
import { all, first, has, text, type ShadowNode } from './closed'
import { disagreement } from './agreement'
import { credits } from '../studio/pricing/credits'
import { guardToTheEnd, inThePage } from './in-page'
import { click } from './opened'
import { pressGenerate, watchPresses } from './press'
import {
  chip,
  isFresh,
  leaveAlone,
  overlays,
  panelText,
  readyChip,
  signIn,
  takeSeat,
  until,
  type Chip,
  type Seat,
} from './seat'

const video = '/create/video'

/** What the overlay, the popup and the options say and do when things change or go wrong, in one browser. */
export function statesIn(kind: 'chromium' | 'firefox') {
  let seat: Seat
  beforeAll(async () => {
    seat = await takeSeat(kind)
  })
  afterAll(() => seat?.close())
  beforeEach(() => {
    seat.studio.store.reset()
  })
  afterEach(() => leaveAlone(seat))

  const look = () => chip(seat)
  /** Opens the panel where it is closed, and waits until it says so. */
  const panelSays = async (wanted: RegExp) => {
    const seen = (await look())!
    if (seen.node.attributes['aria-expanded'] !== 'true') await click(seat.opened, seat.page, seen.node)
    await until(
      () => panelText(seat),
      (words) => wanted.test(words),
      String(wanted),
    )
  }

  const press = async (label: string) => {
    const named = (node: ShadowNode) => node.name === 'button' && text(node) === label
    const node = await until(
      async () => first(await seat.opened.tree(seat.page, 'forecost-overlay'), named),
      (found) => found !== undefined,
      label,
    )
    await click(seat.opened, seat.page, node!)
  }

  describe('an account endpoint', () => {
    test.each([
      ['down', /no answer/],
      ['unauthorised', /signed out/],
      ['forbidden', /refused/],
      ['throttled', /too many/],
      ['nonsense', /understood/],
      ['malformed', /understood/],
    ] as const)('that is %s is said in words; the price stays and the page is untouched', async (mode, words) => {
      await signIn(seat, 'aiko', video)
      const before = await readyChip(seat)
      seat.studio.store.setAccountMode(mode)
      await seat.page.reload()
      const seen = await until(look, (now) => now?.state === 'stale', 'an old balance')
      expect(seen!.text).toContain(before.text.split(' · ')[0])
      await panelSays(words)
      expect(await seat.page.$eval('form [data-rate-card-generate]', (button) => button.textContent)).toBe(
        'Create video',
      )
    })
    test('that is slow holds nothing up: the price is there, the balance is said to be old', async () => {
      await signIn(seat, 'aiko', video)
      await readyChip(seat)
      seat.studio.store.setAccountMode('slow', 4000)
      await seat.page.reload()
      await until(look, (now) => now?.state === 'stale', 'an old balance')
    })
  })

  describe('a member', () => {
    test.each([
      ['viewer', 'tom', 'not-permitted', /role/],
      ['member without enough', 'kwame', 'short', /short/],
    ] as const)('who is a %s sees it before the press', async (_, member, state, words) => {
      const { store } = seat.studio
      if (state === 'short') store.setBalance(store.seatOf(member)!.workspace, credits(3))
      await signIn(seat, member, video)
      const seen = await until(look, (now) => now?.state === state, state)
      expect(seen!.text).toMatch(words)
    })
    test('who follows another at the same screen sees his own balance', async () => {
      await signIn(seat, 'aiko', video)
      const first = await readyChip(seat)
      await signIn(seat, 'diego', video)
      expect((await readyChip(seat)).text).not.toBe(first.text)
    })
  })

  describe('the page', () => {
    test('keeps one chip through client-side navigation, and none where there is no form', async () => {
      await signIn(seat, 'aiko', video)
      const first = await readyChip(seat)
      await seat.page.click('a[href="/create/speech"]')
      await until(look, (now) => now !== undefined && now.text !== first.text, 'the chip of the other tool')
      expect(await overlays(seat)).toBe(1)
      await seat.page
        .click('a[href="/history"], a[href="/team"], a[href="/help"]')
        .catch(() => seat.page.goto(`${seat.studio.url}/history`))
      await until(
        () => overlays(seat),
        (count) => count === 0,
        'no chip',
      )
    })
    test('that replaces its whole form gets a chip for the new one', async () => {
      await signIn(seat, 'aiko', video)
      const before = await readyChip(seat)
      await seat.page.evaluate(() => {
        const form = document.querySelector('form')!
        form.replaceWith(form.cloneNode(true))
      })
      const after = await until(look, (now) => now?.text === before.text, 'the chip again')
      expect(after!.text).toBe(before.text)
      expect(await overlays(seat)).toBe(1)
    })
    test('with an option the card does not list is unpriced, and the panel names it', async () => {
      await signIn(seat, 'aiko', '/create/image')
      await readyChip(seat)
      await seat.page.evaluate(() => {
        const speed = document.querySelector<HTMLSelectElement>('select[data-rate-card-dimension="speed"]')!
        const option = new Option('Warp', 'warp', true, true)
        option.dataset.rateCardValue = 'warp'
        speed.append(option)
        speed.dispatchEvent(new Event('input', { bubbles: true }))
      })
      await until(look, (now) => now?.state === 'unpriced', 'no price')
      await panelSays(/“Warp”/)
    })
    test('with a panel of controls closed shows a range and says what is not known', async () => {
      await signIn(seat, 'aiko', video)
      await readyChip(seat)
      await seat.page.click('.disclose')
      await until(look, (now) => /\d–\d/.test(now?.text ?? ''), 'a range')
      await panelSays(/Not known: Variants and Speed/)
    })
    test('reaches the panel by keyboard alone, and Escape closes it', async () => {
      await signIn(seat, 'aiko', video)
      await readyChip(seat)
      const focused = () => seat.page.evaluate(() => document.activeElement?.localName)
      for (let tabs = 0; tabs < 80 && (await focused()) !== 'forecost-overlay'; tabs++)
        await seat.page.keyboard.press('Tab')
      const words = await until(
        () => panelText(seat),
        (words) => words !== '',
        'the panel',
      )
      expect(words).toContain('credits')
      await seat.page.keyboard.press('Escape')
      await until(
        () => panelText(seat),
        (words) => words === '',
        'no panel',
      )
    })
    test('opened from a guide compares, sets what it can at a press, and undoes it', async () => {
      const settings = {
        model: 'drift-3',
        resolution: '720p',
        duration: '8',
        audio: 'true',
        variants: '3',
        speed: 'fast',
      }
      const guide = { feature: 'text-to-video', settings, said: { low: '1', high: '1' }, currency: 'credits' }
      await signIn(seat, 'aiko', toolLink(video, guide))
      const fromGuide = (now: Chip | undefined) => isFresh(now) && now.text.endsWith(' · guide')
      const before = (await until(look, fromGuide, 'a chip that knows of the guide'))!
      const runs: string[] = []
      seat.page.on('request', (request) => request.url().includes('/api/generate') && runs.push(request.url()))
      await panelSays(
        /for other settings: 5 s → 8 s and Variants 1 → 3 and Standard → Fast.*the guide said 1 credit; here they come to \d/,
      )
      const chosen = () =>
        seat.page.evaluate(() => [
          document.querySelector<HTMLSelectElement>('select[data-rate-card-dimension=variants]')!.value,
          document.querySelector<HTMLInputElement>('[data-rate-card-dimension=speed] :checked')!.value,
        ])
      await press('Set these as in the guide')
      await until(
        () => panelText(seat),
        (words) => /Set here: 5 s → 8 s and Variants 1 → 3 and Standard → Fast/.test(words),
        'what was set',
      )
      expect(await chosen()).toEqual(['3', 'fast'])
      await until(look, (now) => isFresh(now) && now.text !== before.text, 'another price')
      await press('Undo')
      await until(look, (now) => now?.text === before.text, 'the price from before')
      expect(await chosen()).toEqual(['1', 'standard'])
      expect(runs).toEqual([])
    })
    test('is not moved by the chip', async () => {
      await signIn(seat, 'aiko', video)
      await readyChip(seat)
      const shown = await places(seat)
      await seat.page.evaluate(() => document.querySelector('forecost-overlay')!.remove())
      expect(await places(seat)).toEqual(shown)
    })
  })

  test('an error planted in what the studio takes is found', async () => {
    await signIn(seat, 'aiko', video)
    const said = await readyChip(seat)
    seat.studio.store.setDrift('text-to-video', 1.5)
    const answered = watchPresses(seat)
    await pressGenerate(seat)
    expect(disagreement(said, await answered())).toMatch(/^said/)
  })

  test('the popup says what the chip says, and who is signed in', async () => {
    await signIn(seat, 'aiko', video)
    const said = await readyChip(seat)
    const popup = await seat.opened.openOwn('/popup.html')
    const words = await until(
      async () => text(await seat.opened.tree(popup)),
      (seen) => seen.includes(said.text),
      said.text,
    )
    expect(words).toContain('Polar Works')
  })

  test('a permission taken back removes the chip at once, and giving it again brings it back', async () => {
    await signIn(seat, 'aiko', video)
    await readyChip(seat)
    await seat.opened.revoke('http://localhost/*')
    await seat.page.bringToFront()
    await until(
      () => overlays(seat),
      (count) => count === 0,
      'the chip to go',
    )
    await seat.opened.grant('http://localhost/*')
    await seat.page.bringToFront()
    await readyChip(seat)
  })

  inThePage(() => seat, kind)

  test('deleting everything leaves no permission and nothing stored', async () => {
    await signIn(seat, 'aiko', video)
    await readyChip(seat)
    const options = await seat.opened.openOwn('/options.html')
    const press = async (label: string) => {
      const labelled = (node: ShadowNode) => node.name === 'button' && text(node) === label
      const find = async () => all(await seat.opened.tree(options), labelled).at(-1)
      await until(find, (node) => node !== undefined, label)
      await options.evaluate(() => document.querySelector('#stored')!.scrollIntoView())
      await click(seat.opened, options, (await until(find, (node) => node !== undefined, label))!)
    }
    await press('Delete everything')
    await until(
      async () => first(await seat.opened.tree(options), has('role', 'alertdialog')),
      (dialog) => dialog !== undefined,
      'the question',
    )
    await press('Delete everything')
    await until(
      async () => text(await seat.opened.tree(options)),
      (words) => words.includes('Everything is deleted') && words.includes('allowed on no site'),
      'the end of it',
    )
    await options.close()
    await until(
      () => overlays(seat),
      (count) => count === 0,
      'the chip to go',
    )
  })

  guardToTheEnd(() => seat, kind)
}

const places = ({ page }: Seat) =>
  page.$$eval('#app *', (elements) =>
    elements.slice(0, 400).map((element) => JSON.stringify(element.getBoundingClientRect())),
  )
