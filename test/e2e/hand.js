// The user's hand, inside the page: changes a control of a form in one of the ways people do. `luck` decides which and how.
// It knows controls by what they are (a select, a role), never by the tool they belong to.
export default async function hand(formIndex, luck) {
  const form = document.querySelectorAll('[data-rate-card-feature]')[formIndex]
  let at = 0
  const pick = (list) => list[Math.floor(luck[at++ % luck.length] * list.length)]
  const settled = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const type = (element, value) => {
    element.value = value
    element.dispatchEvent(new Event('input', { bubbles: true }))
    element.dispatchEvent(new Event('change', { bubbles: true }))
  }
  const press = (element, key) =>
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  // Ends and their neighbours as often as what lies between: thresholds are what goes wrong.
  const between = (min, max, step) => {
    const count = Math.round((max - min) / step)
    const n = pick([
      0,
      count,
      1,
      count - 1,
      Math.floor(luck[at++ % luck.length] * count),
      Math.min(count, Math.floor(luck[at++ % luck.length] * 12)),
    ])
    return Number((min + Math.max(0, Math.min(count, n)) * step).toFixed(3))
  }
  const ways = {
    select: (e) => type(e, pick([...e.options]).value),
    'input[type=radio]': (e) => pick([...form.querySelectorAll(`input[name="${e.name}"]`)]).click(),
    'input[type=checkbox]': (e) => e.click(),
    'input[type=range]:enabled, input[type=number]': (e) =>
      type(
        e,
        e.placeholder && luck[at++ % luck.length] < 0.4
          ? ''
          : String(between(Number(e.min), Number(e.max), Number(e.step) || 1)),
      ),
    '[role=radiogroup], [role=tablist]': (e) => pick([...e.querySelectorAll('button')]).click(),
    '[role=switch], button[aria-pressed]': (e) => e.click(),
    '[role=slider]': (e) => {
      press(e, pick(['Home', 'End', 'Home']))
      for (let n = Math.floor(luck[at++ % luck.length] * 6); n > 0; n--) press(e, pick(['ArrowUp', 'PageUp']))
    },
    '[role=spinbutton]': (e) => press(e, pick(['ArrowUp', 'ArrowUp', 'ArrowDown'])),
    '[aria-haspopup=listbox]': async (e) => {
      e.click()
      await settled()
      pick([...document.querySelectorAll('body > [role=listbox] [role=option]')]).click()
    },
    '[role=combobox]': async (e) => {
      press(e, 'ArrowDown')
      await settled()
      const list = [...document.querySelectorAll(`[id="${e.getAttribute('aria-controls')}"] [role=option]`)]
      pick(list).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true }))
    },
    textarea: (e) =>
      type(
        e,
        luck[at++ % luck.length] < 0.5
          ? 'word '.repeat(1000).slice(0, pick([1, 49, 50, 51, 99, 100, 101, 200, 201, 1000, 5000]))
          : 'w\n'.repeat(pick([1, 2, 49, 50, 51, 199, 200, 201, 500])),
      ),
    'button.chip:enabled:not([aria-pressed]), button.quiet:enabled, .disclose': (e) => e.click(),
  }
  const found = Object.keys(ways).flatMap((selector) =>
    [...form.querySelectorAll(selector)].map((element) => ({ selector, element })),
  )
  if (found.length === 0) return
  const { selector, element } = pick(found)
  await ways[selector](element)
  await settled()
}
