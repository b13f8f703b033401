import { signal } from '@preact/signals-core'
import { afterEach, expect, test } from 'vitest'
import type { Edit } from '../../../core/changes'
import type { Request } from '../../../core/rate-card'
import { markup } from '../../../extension/binding/markup'
import { readForm, type Reading } from '../../../extension/binding/read'
import { requestOf } from '../../../extension/binding/request'
import type { Form } from '../../../extension/binding/watch'
import { setForm } from '../../../extension/overlay/set-form'
import { card } from '../../widget/states'

afterEach(() => document.body.replaceChildren())

const control = (name: string, html: string) => `<div data-rate-card-dimension="${name}">${html}</div>`
const radios = (name: string, values: string[], chosen: string) =>
  control(
    name,
    values
      .map(
        (value) =>
          `<label><input type="radio" name="${name}" value="${value}" ${value === chosen ? 'checked' : ''}>${value}</label>`,
      )
      .join(''),
  )
// happy-dom does not follow a list that is set: lists are tried in real browsers (test/e2e/one-string.ts).
const native = [
  radios('model', ['gen4', 'turbo'], 'gen4'),
  `<input type="number" data-rate-card-dimension="duration" value="5" min="2" max="10">`,
  radios('resolution', ['480p', '720p', '1080p'], '720p'),
  `<input type="checkbox" data-rate-card-dimension="audio">`,
]

const roleSlider = (at: number) => `<div role="slider" tabindex="0" aria-valuenow="${at}"></div>`
const roleRadios = (other: string) =>
  `<div role="radiogroup" data-rate-card-dimension="model"><span role="radio" aria-checked="true">gen4</span>${other}</div>`

/** What a page of roles does itself: an option that is clicked is the chosen one, a switch turns, a slider follows its arrow keys. */
function enliven(root: HTMLElement, step = 1): void {
  root.addEventListener('click', ({ target }) => {
    const pressed = target as HTMLElement
    const role = pressed.getAttribute('role')
    if (role === 'switch') pressed.setAttribute('aria-checked', String(pressed.getAttribute('aria-checked') !== 'true'))
    const mark = role === 'option' ? 'aria-selected' : 'aria-checked'
    if (role === 'radio' || role === 'option')
      for (const one of pressed.parentElement!.children) one.setAttribute(mark, String(one === pressed))
  })
  root.addEventListener('keydown', ({ target, key }) => {
    const by = { ArrowUp: step, ArrowDown: -step }[key] ?? 0
    const slider = target as HTMLElement
    // As frameworks do, somewhat later.
    queueMicrotask(() =>
      slider.setAttribute('aria-valuenow', String(Number(slider.getAttribute('aria-valuenow')) + by)),
    )
  })
}

/** A form of the page with these controls; `pressed` counts what no one but the user may do. */
function formOf(controls: string[]) {
  const root = document.createElement('form')
  root.dataset['rateCardFeature'] = 'video'
  root.innerHTML = `<textarea>My prompt</textarea>${controls.join('')}<button data-rate-card-generate>Go</button>`
  document.body.append(root)
  const pressed: string[] = []
  root.addEventListener('submit', (event) => (event.preventDefault(), pressed.push('submit')))
  root.querySelector('button')!.addEventListener('click', () => pressed.push('button'))
  const [bound] = markup.find(document)
  const readings = signal<Reading[]>([])
  const form = { bound, readings, read: () => (readings.value = readForm(bound!)) } as unknown as Form
  form.read()
  const now = (): Request => requestOf(card, 'video', (form.read(), readings.value))
  return { root, form, now, pressed, find: <T extends Element>(what: string) => root.querySelector<T>(what)! }
}

const to = (wanted: Request): Edit[] =>
  Object.entries(wanted).map(([dimension, value]) => ({ dimension, from: undefined, to: value }))

test('lists, numbers, radio buttons and boxes are set as wanted, and nothing is pressed or written', async () => {
  const { root, form, now, pressed } = formOf(native)
  const wanted = { model: 'turbo', duration: '8', resolution: '1080p', audio: true }
  expect((await setForm(form, card, to(wanted))).left).toEqual([])
  expect(now()).toEqual(wanted)
  expect(pressed).toEqual([])
  expect(root.querySelector('textarea')!.value).toBe('My prompt')
})

const ofRoles = [
  roleRadios('<span role="radio" aria-checked="false">turbo</span>'),
  control('duration', roleSlider(5)),
  '<ul role="listbox" data-rate-card-dimension="resolution"><li role="option" aria-selected="true">720p</li><li role="option" aria-selected="false">1080p</li></ul>',
  '<div role="switch" aria-checked="false" data-rate-card-dimension="audio"></div>',
]

test('what a page makes of roles alone is set too, and back again, and nothing that spends is pressed', async () => {
  const { root, form, now, pressed } = formOf(ofRoles)
  enliven(root)
  const before = now()
  const wanted = { model: 'turbo', duration: '8', resolution: '1080p', audio: true }
  const { changed, left } = await setForm(form, card, to(wanted))
  expect([left, now()]).toEqual([[], wanted])
  const back = changed.map(({ dimension, from, to }) => ({ dimension, from: to, to: from }))
  expect((await setForm(form, card, back)).left).toEqual([])
  expect([now(), pressed]).toEqual([before, []])
})

test('a slider that steps over the value is put back', async () => {
  const { root, form, now } = formOf(ofRoles)
  enliven(root, 2)
  expect(await setForm(form, card, to({ duration: '8' }))).toEqual({ changed: [], left: ['duration'] })
  expect(now()['duration']).toBe('5')
})

test('what was there before is told, and the same way leads back', async () => {
  const { form, now } = formOf(native)
  const before = now()
  const { changed } = await setForm(form, card, to({ model: 'turbo', duration: '8' }))
  expect(changed).toEqual([
    { dimension: 'model', from: 'gen4', to: 'turbo' },
    { dimension: 'duration', from: '5', to: '8' },
  ])
  await setForm(
    form,
    card,
    changed.map(({ dimension, from, to }) => ({ dimension, from: to, to: from })),
  )
  expect(now()).toEqual(before)
})

test('a page that knows its fields by events alone follows', async () => {
  const { form, root } = formOf(native)
  const heard: string[] = []
  for (const type of ['input', 'change'])
    root.addEventListener(type, (event) => heard.push(`${type} ${(event.target as HTMLInputElement).type}`))
  await setForm(form, card, to({ model: 'turbo', duration: '8' }))
  expect(heard).toEqual(['input radio', 'change radio', 'input number', 'change number'])
})

test.each<[string, string[], Request]>([
  [
    'a slider that does not follow its keys',
    [control('duration', '<button type="button" role="slider" aria-valuenow="5">5</button>')],
    { duration: '8' },
  ],
  [
    'a slider that counts in other units than it shows',
    [control('duration', '<div role="slider" aria-valuenow="5000" aria-valuetext="5 s"></div>')],
    { duration: '8' },
  ],
  ['two sliders in one box', [control('duration', roleSlider(5) + roleSlider(5))], { duration: '8' }],
  [
    'an option that would submit the form',
    [roleRadios('<button role="radio" aria-checked="false">turbo</button>')],
    { model: 'turbo' },
  ],
  [
    'an option that leads elsewhere',
    [roleRadios('<a href="#turbo" role="radio" aria-checked="false">turbo</a>')],
    { model: 'turbo' },
  ],
  [
    'an option that is the button itself',
    [roleRadios('<span role="radio" aria-checked="false" data-rate-card-generate>turbo</span>')],
    { model: 'turbo' },
  ],
  [
    'an option that is off',
    [roleRadios('<span role="radio" aria-checked="false" aria-disabled="true">turbo</span>')],
    { model: 'turbo' },
  ],
  [
    'a group that does not tell what is chosen',
    [roleRadios('<span role="radio" aria-checked="true">turbo</span>')],
    { model: 'turbo' },
  ],
  [
    'a tab, which may show another form',
    [
      '<div role="tablist" data-rate-card-dimension="model"><b role="tab" aria-selected="true">gen4</b><b role="tab">turbo</b></div>',
    ],
    { model: 'turbo' },
  ],
  [
    'a toggle button',
    ['<button type="button" data-rate-card-dimension="audio" aria-pressed="false">Sound</button>'],
    { audio: true },
  ],
  ['a field of text', ['<input data-rate-card-dimension="duration" value="5 s">'], { duration: '8' }],
  [
    'a field that is off',
    ['<input type="number" disabled data-rate-card-dimension="duration" value="5">'],
    { duration: '8' },
  ],
  [
    'a field that only shows',
    ['<input type="number" readonly data-rate-card-dimension="duration" value="5">'],
    { duration: '8' },
  ],
  [
    'an option that the page does not offer',
    [native[0]!.replace('value="turbo"', 'value="turbo" disabled')],
    { model: 'turbo' },
  ],
  [
    'a field among others in one box',
    [control('duration', '<input type="number" value="5"> <input type="number" value="5">')],
    { duration: '8' },
  ],
  ['a setting that is not on the page', [native[0]!], { duration: '8' }],
])('%s is left to the user', async (_name, controls, wanted) => {
  const { form, now, pressed, root } = formOf(controls)
  root.addEventListener('click', ({ target }) => pressed.push((target as Element).textContent!))
  const [before, html] = [now(), root.innerHTML]
  expect(await setForm(form, card, to(wanted))).toEqual({ changed: [], left: Object.keys(wanted) })
  expect([now(), root.innerHTML, pressed]).toEqual([before, html, []])
})

test('a page that takes a value back is left as it was', async () => {
  const { form, find, now } = formOf(native)
  const field = find<HTMLInputElement>('input[type=number]')
  field.addEventListener('change', () => Number(field.value) > 6 && (field.value = '6'))
  expect(await setForm(form, card, to({ duration: '8' }))).toEqual({ changed: [], left: ['duration'] })
  expect(now()['duration']).toBe('5')
})

test('a setting that another one takes away again is set once more, and what changed in turn is told', async () => {
  const { form, find } = formOf(native)
  find('input[value=turbo]').addEventListener('change', () => {
    find<HTMLInputElement>('input[type=number]').value = '3'
    find<HTMLInputElement>('input[value="480p"]').checked = true
  })
  const { changed, left } = await setForm(form, card, to({ duration: '8', model: 'turbo' }))
  expect(left).toEqual([])
  expect(changed.map(({ dimension, to }) => [dimension, to])).toEqual([
    ['model', 'turbo'],
    ['duration', '8'],
    ['resolution', '480p'],
  ])
})
