import type { Field, Fixture } from './fixtures'
import { languages, rewordings } from './languages'
import type { Random } from './random'
import { draw, h, type Attributes, type Style } from './render'

/** What a redesign may change: the plan before it is drawn, or the page after. */
export type Plan = { fixture: Fixture; style: Style; random: Random }
export type Drawn = Plan & { page: HTMLElement; root: HTMLElement; press: HTMLElement; boxes: Map<Field, HTMLElement> }
export type Change = { name: string; plan?(plan: Plan): void; page?(drawn: Drawn): void }

const some = (random: Random, fields: Field[]) => fields.filter(() => random.chance(0.5))
const word = (random: Random) => `x${random.whole(1e6).toString(36)}`
const drawnKinds = {
  choice: ['select', 'radios', 'pressed', 'tabs', 'pills', 'combobox', 'menu'],
  number: ['number', 'slider', 'select', 'pressed', 'radios'],
  toggle: ['checkbox', 'switch', 'toggle', 'select', 'pressed'],
} as const

function familyOf(field: Field): keyof typeof drawnKinds {
  if (field.options.some(({ value }) => value === 'true')) return 'toggle'
  return ['variants', 'images'].includes(field.dimension) || field.kind === 'slider' || field.kind === 'number'
    ? 'number'
    : 'choice'
}

const hiding = [
  'display: none',
  'visibility: hidden',
  'position: absolute; left: -9999px',
  'opacity: 0',
  'height: 0; overflow: hidden',
  'position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)',
  'position: fixed; top: -3000px',
  'content-visibility: hidden; width: 0; height: 0; overflow: hidden',
]

/** A copy of a setting that shows another value than the true one. */
function lie(field: Field, random: Random, style: Style): HTMLElement {
  const others = field.options.map((_, i) => i).filter((i) => i !== field.chosen)
  return draw({ ...field, chosen: random.of(others), kind: random.of(drawnKinds[familyOf(field)]) }, style)
}

/** Every kind of redesign; what grows is one entry. */
export const changes: Change[] = [
  {
    name: 'classes',
    plan: ({ style, random }) =>
      void (style.chosenClass = random.of([
        'active',
        'is-active',
        'Segment_selected__x81',
        '',
        'css-1k2j3h',
        'opt--on',
      ])),
    page: ({ root, random }) => {
      for (const element of root.querySelectorAll('.field, .tool, .pills, .panel')) element.className = word(random)
    },
  },
  { name: 'order', plan: ({ fixture, random }) => void (fixture.fields = random.shuffled(fixture.fields)) },
  {
    name: 'order within',
    page: ({ boxes, random }) => {
      for (const box of boxes.values()) if (random.chance(0.3)) box.append(...random.shuffled([...box.children]))
    },
  },
  {
    name: 'nesting',
    page: ({ root, press, random }) => {
      for (const element of [...root.querySelectorAll('select, input, [role], button, .field, label')]) {
        if (!random.chance(0.3) || element === press) continue
        const wrapper = h('div', random.chance(0.5) ? { class: word(random) } : {})
        element.replaceWith(wrapper)
        wrapper.append(element)
      }
    },
  },
  {
    name: 'wording',
    plan: ({ fixture, random }) => {
      for (const field of some(random, fixture.fields))
        field.label = random.of(rewordings[field.label] ?? [field.label])
    },
  },
  {
    name: 'option wording',
    plan: ({ fixture, random }) => {
      for (const field of some(random, fixture.fields))
        for (const option of field.options) option.text = reword(option.text, field, random)
    },
  },
  {
    name: 'control types',
    plan: ({ fixture, random }) => {
      for (const field of some(random, fixture.fields)) field.kind = random.of(drawnKinds[familyOf(field)])
    },
  },
  {
    name: 'language',
    plan: ({ fixture, random }) => {
      const words = languages[random.of(Object.keys(languages))]!
      fixture.button = words[fixture.button] ?? fixture.button
      for (const field of fixture.fields) {
        field.label = words[field.label] ?? field.label
        for (const option of field.options) option.text = words[option.text] ?? option.text
      }
    },
  },
  {
    name: 'lazy mounting',
    plan: ({ fixture, random }) => {
      random.of(fixture.fields).unmounted = true
    },
  },
  {
    name: 'hidden decoys',
    page: ({ page, root, fixture, style, random }) => {
      for (const field of some(random, fixture.fields)) {
        const decoy = h('div', { style: random.of(hiding) }, lie(field, random, style))
        const place = random.of([page, root])
        if (random.chance(0.5)) place.prepend(decoy)
        else place.append(decoy)
      }
    },
  },
  {
    name: 'closed decoys',
    page: ({ root, fixture, style, random }) => {
      const field = random.of(fixture.fields)
      root.prepend(
        random.of([
          h('details', {}, h('summary', {}, 'More'), lie(field, random, style)),
          h('div', { hidden: true }, lie(field, random, style)),
          h('div', { inert: true, style: 'display: none' }, lie(field, random, style)),
        ]),
      )
    },
  },
  {
    name: 'a filter beside the tool',
    page: ({ page, fixture, style, random }) => {
      const bar = h(
        'div',
        random.of<Attributes>([{}, { class: 'filters' }, { role: 'search' }]),
        h('h2', {}, random.of(['Filter', 'Gallery', 'History', 'Explore'])),
        ...some(random, fixture.fields).map((field) => lie(field, random, style)),
      )
      if (random.chance(0.5)) page.prepend(bar)
      else page.append(bar)
    },
  },
  {
    name: 'another tool beside it',
    page: ({ page, fixture, style, random }) => {
      const other = h(
        random.of(['form', 'section', 'div']),
        {},
        h('h2', {}, 'Upscale'),
        ...some(random, fixture.fields).map((field) => lie(field, random, style)),
        h('button', { type: 'button' }, random.of(['Upscale', 'Export', 'Apply', 'Save'])),
      )
      if (random.chance(0.5)) page.prepend(other)
      else page.append(other)
    },
  },
  {
    name: 'a second setting of the same name',
    page: ({ root, fixture, style, random }) => {
      // Of a setting that is there: an impostor alone, of the same name and in the same form, nobody could tell from the true one.
      root.prepend(h('div', {}, lie(random.of(fixture.fields.filter((field) => !field.unmounted)), random, style)))
    },
  },
  {
    name: 'places for values',
    plan: ({ style, random }) => {
      style.indices = true
      style.places = random.chance(0.5)
    },
  },
  { name: 'no attributes', plan: ({ style }) => void (style.attributes = false) },
  {
    name: 'swapped attributes',
    page: ({ root, random }) => {
      const named = random.shuffled([...root.querySelectorAll('[name]:not([type=radio])')])
      const [a, b] = named
      if (!a || !b) return
      const name = a.getAttribute('name')!
      a.setAttribute('name', b.getAttribute('name')!)
      b.setAttribute('name', name)
    },
  },
  { name: 'labels', plan: ({ style, random }) => void (style.labels = random.of(['span', 'aria', 'none'])) },
  {
    name: 'lying state',
    page: ({ root, random }) => {
      const marked = random.shuffled([
        ...root.querySelectorAll(
          '[role=group] > [aria-pressed=false], [aria-selected=false], input[type=radio]:not(:checked)',
        ),
      ])
      const [one] = marked
      if (!one) return
      if (one.localName === 'input') {
        // Two marked at once: a second radio button of another name.
        one.setAttribute('name', word(random))
        ;(one as HTMLInputElement).checked = true
      } else if (random.chance(0.5))
        one.setAttribute(one.hasAttribute('aria-pressed') ? 'aria-pressed' : 'aria-selected', 'true')
      else one.classList.add('selected')
    },
  },
  {
    name: 'a choice the card does not list',
    plan: ({ fixture, random }) => {
      const field = random.of(fixture.fields.filter((it) => familyOf(it) === 'choice'))
      const last = field.options.at(-1)!.text
      const text =
        {
          model: random.of(['Swift 2 Pro Max', 'Swift 3', 'Swift 2 Turbo', 'Echo v3', 'Swift 2 Mini']),
          resolution: random.of(['8K', '1440p', '1080p60', '1080p Pro', '4K Ultra Plus']),
        }[field.dimension] ?? `${last} Extra`
      field.options.push({ value: 'unlisted', text })
      field.chosen = field.options.length - 1
      field.unlisted = true
      if (field.kind === 'number' || field.kind === 'slider') field.kind = 'select'
    },
  },
  {
    name: 'tabs and look-alikes',
    page: ({ page, root, press, random }) => {
      page.prepend(
        h(
          'div',
          { class: 'strip' },
          h('button', { class: 'tab active' }, 'Generate'),
          h('button', { class: 'tab' }, 'Edit'),
        ),
      )
      press.before(
        h(
          'button',
          { type: 'button' },
          random.of(['Enhance', 'Regenerate', 'Generate prompt', 'Run forever', 'Create project']),
        ),
      )
      if (random.chance(0.5)) root.append(h('a', { href: '#x' }, 'Generate'))
    },
  },
  {
    name: 'the button again',
    page: ({ page, press, random }) => {
      const copy = press.cloneNode(true) as HTMLElement
      if (random.chance(0.5)) copy.style.cssText = random.of(hiding)
      else copy.style.cssText = 'position: fixed; bottom: 0; left: 0'
      page.append(copy)
    },
  },
  {
    name: 'the button renamed',
    page: ({ press, random }) => {
      const name = random.of([
        'Create',
        'Make Image',
        'Dream',
        'Invoke',
        'Generate · 12 credits',
        'Generate (48)',
        'Générer',
        '生成',
        'Go',
        'Submit',
        'Wow',
        'icon',
      ])
      press.textContent = name === 'icon' ? '✦' : name
      if (name === 'icon') press.setAttribute('aria-label', 'Generate')
    },
  },
  {
    name: 'a price beside the option',
    plan: ({ fixture, random }) => {
      for (const option of random.of(fixture.fields).options)
        option.text += random.of([' (12 credits)', ' +5 credits', ' · 30 cr'])
    },
  },
]

function reword(text: string, { dimension }: Field, random: Random): string {
  const second = /^(\d+) ?s(econds)?$/.exec(text)?.[1]
  if (second)
    return random.of([
      `${second} s`,
      `${second} sec`,
      `${second} seconds`,
      `0:${second.padStart(2, '0')}`,
      `${second}.0s`,
      second,
      `${second} секунд`,
    ])
  if (/^\d+p|4K/.test(text))
    return random.of([
      text.replace(/p.*/, ''),
      `${text} ★`,
      `${text} (HD)`,
      text.toUpperCase(),
      ` ${text} `,
      `${text} New`,
    ])
  if (dimension === 'model')
    return random.of([
      text.toUpperCase(),
      text.replace(/ /g, '-'),
      text.replace(/ /g, ''),
      `${text} (beta)`,
      `✦ ${text}`,
      `${text} Fast`,
      text.split(' ')[0]!,
    ])
  if (/^\d$/.test(text)) return random.of([`×${text}`, `${text}x`, `${text} variants`, `${text} images`, text])
  return text
}
