import { describe, expect, test } from 'vitest'
import { answer, asked, question, setGuard, shortOf } from './guard'
import { click, type Opened } from './opened'
import { pressGenerate } from './press'
import { chip, overlays, panelText, readyChip, signIn, until, type Seat } from './seat'

/** A form and nothing else, where the studio's page was: it allows no markup from text. */
const bareForm = () => {
  const form = document.createElement('form')
  form.setAttribute('data-rate-card-feature', 'text-to-video')
  form.style.cssText = 'inline-size: 400px; padding: 20px'
  form.addEventListener('submit', (event) => event.preventDefault())
  const field = document.createElement('input')
  field.setAttribute('data-rate-card-dimension', 'duration')
  field.value = '5'
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Generate'
  button.setAttribute('data-rate-card-generate', '')
  form.append(field, button)
  document.body.replaceChildren(form)
}

/** Where the chip stands, as the page itself can tell. */
const stand = (seat: Seat) =>
  seat.page.evaluate(() => {
    const host = document.querySelector('forecost-overlay')!
    const { x, y, width, height } = host.getBoundingClientRect()
    const button = document.querySelector('[data-rate-card-generate]')!.getBoundingClientRect()
    return {
      isSeen: getComputedStyle(host).visibility === 'visible',
      isOnTop: document.elementFromPoint(x + width / 2, y + height / 2) === host,
      isAbreast: Math.abs(y + height / 2 - button.y - button.height / 2) < 4 && x >= button.right,
      isInside: x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight,
      focus: document.activeElement!.localName,
    }
  })
type Stand = Awaited<ReturnType<typeof stand>>

/** A chip in pages that lay things over and around their button. */
export function inThePage(seatNow: () => Seat, kind: 'chromium' | 'firefox') {
  const page = () => seatNow().page
  const stands = (wanted: Partial<Stand>, what: string) =>
    until(
      () => stand(seatNow()),
      (now) => Object.entries(wanted).every(([name, value]) => now[name as keyof Stand] === value),
      what,
    )
  const beside = { isSeen: true, isOnTop: true, isAbreast: true, isInside: true }
  const bare = async () => {
    await signIn(seatNow(), 'aiko', '/create/video')
    await readyChip(seatNow())
    await page().evaluate(bareForm)
    await stands(beside, 'the chip beside its button')
  }

  describe('the chip', () => {
    test('is not there while its dialog is closed; in it, above what it cuts off, once it is open', async () => {
      await bare()
      await page().evaluate(() => {
        const dialog = document.createElement('dialog')
        dialog.style.cssText = 'transform: scale(.8); overflow: hidden; inline-size: 300px; padding: 0'
        dialog.append(document.querySelector('form')!)
        document.body.append(dialog)
      })
      await stands({ isSeen: false }, 'no chip')
      for (let turn = 0; turn < 2; turn++) {
        await page().evaluate(() => document.querySelector('dialog')!.showModal())
        await stands({ isSeen: true, isOnTop: true, isInside: true }, 'the chip in the dialog')
        await page().evaluate(() => document.querySelector('dialog')!.close())
        await stands({ isSeen: false }, 'no chip')
      }
      await page().evaluate(() => document.querySelector('dialog')!.showModal())
      await stands({ isSeen: true, isOnTop: true }, 'the chip in the dialog')
      await page().evaluate(() => {
        const dialog = document.querySelector('dialog')!
        dialog.close()
        dialog.showModal()
      })
      await stands({ isSeen: true, isOnTop: true }, 'the chip in the dialog opened anew')
      await click(seatNow().opened, page(), (await chip(seatNow()))!.node)
      await until(
        () => panelText(seatNow()),
        (words) => words !== '',
        'the panel',
      )
    })

    test('goes with a layer over its button, whatever its z-index, and comes back; over a drawer beside it moves', async () => {
      await bare()
      const lay = (css: string) =>
        page().evaluate((style) => {
          const layer = document.createElement('div')
          layer.id = 'layer'
          layer.style.cssText = `position: fixed; z-index: 2147483647; background: gold; ${style}`
          document.body.append(layer)
        }, css)
      await lay('inset: 0')
      await stands({ isSeen: false }, 'no chip')
      await page().evaluate(() => document.querySelector('#layer')!.remove())
      await stands(beside, 'the chip')
      const { right } = await page().$eval('[data-rate-card-generate]', (it) => it.getBoundingClientRect().toJSON())
      await lay(`inset: 0 auto 0 ${right + 2}px; inline-size: 600px`)
      await stands({ isSeen: true, isOnTop: true, isAbreast: false }, 'the chip elsewhere')
    })

    test.each([
      ['on a page zoomed by its own style', "document.documentElement.style.zoom = '1.5'", beside],
      ['from right to left', "document.documentElement.dir = 'rtl'", { isSeen: true, isOnTop: true, isInside: true }],
      ['moved', "document.querySelector('form').style.marginLeft = '200px'", beside],
      ['in a scaled box', "document.querySelector('form').style.transform = 'scale(.7)'", beside],
      ['that is hidden', "document.querySelector('button').hidden = true", { isSeen: false }],
    ])('follows a button %s', async (_, change, wanted) => {
      await bare()
      await page().evaluate(change)
      await stands(wanted, 'where it belongs')
    })

    test('opens under a resting pointer without taking the focus, and moves nothing of the page', async () => {
      await bare()
      await page().focus('form input')
      // What moves within the panel as it fills is ours, and has no name outside of it.
      const watch = `moved = []; new PerformanceObserver((list) => list.getEntries().forEach(({ sources }) =>
        moved.push(...sources.filter(({ node }) => node).map(({ node }) => node.nodeName)))).observe({ type: 'layout-shift' })`
      if (kind === 'chromium') await page().evaluate(watch)
      const { x, y } = (await seatNow().opened.box(page(), (await chip(seatNow()))!.node))!
      await page().mouse.move(x - 20, y - 20)
      await page().mouse.move(x + 20, y + 12, { steps: 5 })
      await until(
        () => panelText(seatNow()),
        (words) => words !== '',
        'the panel',
      )
      expect((await stand(seatNow())).focus).toBe('input')
      if (kind === 'chromium') expect(await page().evaluate('moved')).toEqual([])
    })

    test.skipIf(kind === 'firefox')('is not printed', async () => {
      await bare()
      await page().emulateMediaType('print')
      expect(await page().$eval('forecost-overlay', (it) => getComputedStyle(it).display)).toBe('none')
      await page().emulateMediaType()
    })
  })
}

/** What the guard asks of every event throws, in the add-on's own world of the page. */
async function breakGuard(opened: Opened): Promise<void> {
  const own = await opened.openOwn('/options.html')
  await own.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: 'http://localhost/*' })
    const func = () => { Event.prototype.composedPath = () => { throw new Error('broken') } }
    await chrome.scripting.executeScript({ target: { tabId: tab.id }, func })
  })()`)
  await own.close()
}

const takeAway = (opened: Opened): Promise<void> =>
  opened.browser.uninstallExtension(
    opened.kind === 'firefox' ? 'forecost@forecost.dev' : new URL(opened.ownPage('/')).host,
  )

/** A guard that a page tries to trick, and one whose add-on is taken away. Afterwards the seat has no add-on. */
export function guardToTheEnd(seatNow: () => Seat, kind: 'chromium' | 'firefox') {
  const page = () => seatNow().page
  const settled = () => page().evaluate(() => new Promise((done) => setTimeout(done, 400)))
  const count = () => {
    const { store } = seatNow().studio
    const generate = store.generate.bind(store)
    const runs = { n: 0 }
    store.generate = (...asked) => {
      runs.n++
      return generate(...asked)
    }
    return runs
  }

  describe('the guard', () => {
    test('under a decoy of the page, and pressed by a script, allows nothing', async () => {
      await seatNow().opened.grant('http://localhost/*')
      await setGuard(seatNow().opened, { stops: true })
      await page().bringToFront()
      await shortOf(seatNow())
      const runs = count()
      await pressGenerate(seatNow())
      await asked(seatNow().opened, page())
      // Drawn over the question, in the top layer too, letting presses through, and far larger than its box.
      await page().evaluate(() => {
        const decoy = document.createElement('div')
        decoy.popover = 'manual'
        decoy.id = 'decoy'
        decoy.style.cssText =
          'inset: 0 auto auto 0; width: 1px; height: 1px; border: 0; box-shadow: 0 0 0 2000px gold; pointer-events: none'
        document.body.append(decoy)
        decoy.showPopover()
        for (const host of document.querySelectorAll('forecost-overlay'))
          host.dispatchEvent(new MouseEvent('click', { bubbles: true }))
      })
      await settled()
      await answer(seatNow().opened, page(), 'Allow once')
      await page().evaluate(() => document.querySelector('#decoy')!.remove())
      await pressGenerate(seatNow())
      await asked(seatNow().opened, page())
      await settled()
      await answer(seatNow().opened, page(), 'Allow once')
      expect(runs.n).toBe(0)
      await pressGenerate(seatNow())
      await until(
        async () => runs.n,
        (n) => n === 1,
        'the run that was allowed',
      )
    })

    test.each([
      ['that breaks', breakGuard, false],
      // Firefox ends our scripts with the add-on: what they drew stays until the page is left.
      ['whose add-on is taken away while the page is open', takeAway, kind === 'chromium'],
    ])('%s lets the press through, once', async (_, end, leaves) => {
      await shortOf(seatNow())
      const runs = count()
      const { opened } = seatNow()
      await end(opened)
      await page().bringToFront()
      await pressGenerate(seatNow())
      await until(
        async () => runs.n,
        (n) => n === 1,
        'the run',
      )
      await settled()
      expect(runs.n).toBe(1)
      expect(await question(opened, page())).toBeUndefined()
      if (!leaves) return
      await until(
        () => overlays(seatNow()),
        (count) => count === 0,
        'the chip, which nobody would keep true any more, to go',
      )
    })
  })
}
