import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../e2e/browsers'
import { ownWorld, type OwnWorld } from '../e2e/own-world'
import { readyChip, signIn, takeSeat, type Seat } from '../e2e/seat'

// What the overlay does in a page, counted in the world where it runs.

/** From now on, every way to be woken later is counted. */
const count = `(() => {
  globalThis.wakes = 0
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'queueMicrotask']) {
    const own = globalThis[name]
    globalThis[name] = (...given) => (globalThis.wakes++, own.call(globalThis, ...given))
  }
})()`

/** Frames the page paints, in the page's own world. */
const frames = (seat: Seat, n: number) =>
  seat.page.evaluate(
    (wanted) =>
      new Promise<void>((done) => {
        let left = wanted
        requestAnimationFrame(function next() {
          if (--left <= 0) done()
          else requestAnimationFrame(next)
        })
      }),
    n,
  )

describe.skipIf(!findChromium())('the overlay', () => {
  let seat: Seat
  let world: OwnWorld
  const wakes = () => world.run<number>('globalThis.wakes')
  /** Waits until two looks, many frames apart, count the same. */
  const rest = async () => {
    for (let tries = 0; tries < 20; tries++) {
      const before = await wakes()
      await frames(seat, 120)
      if ((await wakes()) === before) return before
    }
    throw new Error('it never rests')
  }

  beforeAll(async () => {
    seat = await takeSeat('chromium')
    await signIn(seat, 'aiko', '/create/video')
    await readyChip(seat)
    world = await ownWorld(seat.page)
    await world.run(count)
  })
  afterAll(() => seat?.close())

  test('sets no timer and asks for no frame while the page rests', async () => {
    const rested = await rest()
    await frames(seat, 300)
    expect(await wakes()).toBe(rested)
  })

  test('is woken by a change, a few times at most, and rests again', async () => {
    const rested = await rest()
    await seat.page.evaluate(() =>
      document.querySelector('form [data-rate-card-dimension]')!.dispatchEvent(new Event('change', { bubbles: true })),
    )
    const after = await rest()
    expect(after - rested).toBeGreaterThan(0)
    expect(after - rested).toBeLessThanOrEqual(16)
  })

  test('is not woken by what happens elsewhere on the page', async () => {
    const rested = await rest()
    await seat.page.evaluate(async () => {
      const aside = document.body.appendChild(document.createElement('p'))
      await new Promise((done) => requestAnimationFrame(done))
      for (let i = 0; i < 100; i++) aside.setAttribute('data-turn', String(i))
    })
    const after = await rest()
    await seat.page.evaluate(() => {
      const aside = document.querySelector('p[data-turn]')!
      for (let i = 0; i < 100; i++) aside.setAttribute('class', `turn-${i}`)
    })
    expect(await rest()).toBe(after)
    expect(after - rested).toBeLessThanOrEqual(16)
  })

  test('shows a change in the very next frame, every time', async () => {
    const late = await world.run<number[]>(`(async () => {
      // Looked at when all that was to be done in the frame has been done.
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('forecost-overlay'))
      const said = () => root.querySelector('[part=chip]').title
      const late = []
      for (let turn = 0; turn < 40; turn++) {
        const before = said()
        const slider = document.querySelector('form [role=slider][data-rate-card-dimension], form input[type=range][data-rate-card-dimension]')
        await frame()
        if (slider.localName === 'input') {
          slider.value = String(turn % 2 ? slider.min : slider.max)
          slider.dispatchEvent(new Event('input', { bubbles: true }))
        } else slider.dispatchEvent(new KeyboardEvent('keydown', { key: turn % 2 ? 'Home' : 'End', bubbles: true, cancelable: true }))
        let frames = 0
        while (said() === before && frames < 60) { await frame(); frames++ }
        late.push(frames)
      }
      return late
    })()`)
    expect(late).toHaveLength(40)
    expect(late.filter((frames) => frames > 1)).toEqual([])
  })
})
