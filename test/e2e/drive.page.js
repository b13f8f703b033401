// Runs inside the studio's page: sets the controls of a form to what a combination says, the way a script of the page could.
// Only the press of Generate is left to the test: that one is the user's.
export default async function drive(steps) {
  const tick = () => new Promise((done) => setTimeout(done, 0))
  const marked = (name) => document.querySelector(`form [data-rate-card-dimension="${name}"]`)
  const fire = (element, type) => element.dispatchEvent(new Event(type, { bubbles: true }))
  const write = (element, value) => {
    element.value = value
    fire(element, 'input')
  }
  const key = async (element, name, times) => {
    for (let i = 0; i < times; i++) {
      element.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }))
      await tick()
    }
  }
  const byValue = (root, value) => root.querySelector(`[data-rate-card-value="${value}"]`)
  const set = {
    async select(element, { value }) {
      element.value = value
      fire(element, 'change')
    },
    async radios(element, { value }) {
      byValue(element, value).click()
    },
    async segments(element, { value }) {
      byValue(element, value).click()
    },
    async listbox(element, { value }) {
      element.click()
      await tick()
      byValue(document.querySelector('.layer'), value).click()
    },
    async either(element, { value }) {
      if (element.dataset.rateCardValue !== value) element.click()
    },
    async number(element, { value }) {
      write(element, value === null ? '' : String(value))
    },
    async slider(element, { value, step }) {
      await key(element, 'Home', 1)
      const from = Number(marked(element.dataset.rateCardDimension).getAttribute('aria-valuenow'))
      await key(element, 'ArrowRight', Math.round((value - from) / step))
    },
    async stepper(element, { value }) {
      const by = value - Number(element.getAttribute('aria-valuenow'))
      await key(element, by > 0 ? 'ArrowUp' : 'ArrowDown', Math.abs(by))
    },
    async switch(element, { value }) {
      const state =
        element.localName === 'input'
          ? element.checked
          : (element.getAttribute('aria-checked') ?? element.getAttribute('aria-pressed')) === 'true'
      if (state !== value) element.click()
    },
    async length(element, { value }) {
      const auto = element.querySelector('button')
      if ((auto.getAttribute('aria-pressed') === 'true') !== (value === 'auto')) auto.click()
      await tick()
      if (value !== 'auto') write(element.querySelector('input'), String(value))
    },
    async ticks(element, { value }) {
      const boxes = [...element.querySelectorAll('input')]
      for (const [i, box] of boxes.entries()) {
        if (box.checked !== i < value) box.click()
        await tick()
      }
    },
    async words(element, { value, counts }) {
      write(document.getElementById(element.htmlFor.value), (counts === 'lines' ? 'x\n' : 'x').repeat(value))
    },
  }
  set.cards = set.radios
  set.tabs = set.segments
  set.range = set.number
  set['unset-number'] = set.number
  set.checkbox = set.pressed = set.switch

  for (const step of steps) {
    if (step.kind === 'source') {
      ;[...document.querySelectorAll('.library button')].find((button) => button.textContent === step.value).click()
    } else if (step.kind === 'shots') {
      const rows = () => [...document.querySelectorAll('form [data-rate-card-dimension="shots"]')]
      while (rows().length > step.value.length) {
        document.querySelector('form .shots li:last-child button').click()
        await tick()
      }
      while (rows().length < step.value.length) {
        document.querySelector('form .shots').parentElement.querySelector(':scope > button').click()
        await tick()
      }
      for (const [i, seconds] of step.value.entries()) {
        write(rows()[i], String(seconds))
        await tick()
      }
    } else {
      await set[step.kind](marked(step.name), step)
    }
    await tick()
  }
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
}
