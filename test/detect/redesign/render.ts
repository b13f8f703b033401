import type { Field, Fixture } from './fixtures'

/** How a fixture is drawn; a redesign changes this, or the page after it is drawn. */
export type Style = {
  /** The class of what is chosen; empty: told by colour alone. */
  chosenClass: string
  /** Machine values are places in the list. */
  indices: boolean
  attributes: boolean
  /** A slider counts the places of its list. */
  places: boolean
  labels: 'label' | 'span' | 'aria' | 'none'
}
export const plainStyle: Style = {
  chosenClass: 'selected',
  indices: false,
  attributes: true,
  places: false,
  labels: 'label',
}

export type Attributes = Record<string, string | boolean>

/** Makes an element; children are elements or words. */
export function h(tag: string, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== false) element.setAttribute(name, value === true ? '' : String(value))
  element.append(...children)
  return element
}

let count = 0

/** One setting, drawn as its kind says. */
export function draw(field: Field, style: Style): HTMLElement {
  const id = `c${++count}`
  const { label, options, chosen, dimension } = field
  const named: Attributes = style.attributes ? { name: dimension } : {}
  const caption =
    style.labels === 'label'
      ? h('label', { id: `l${id}`, for: id }, label)
      : style.labels === 'span'
        ? h('span', { id: `l${id}` }, label)
        : ''
  const by: Attributes =
    style.labels === 'aria' ? { 'aria-label': label } : style.labels === 'none' ? {} : { 'aria-labelledby': `l${id}` }
  const loose: Attributes = style.labels === 'aria' ? { 'aria-label': label } : {}
  const value = (i: number) => (style.indices ? String(i) : options[i]!.value)
  const item = (i: number, attributes: Attributes) =>
    h(
      'button',
      {
        type: 'button',
        class: i === chosen ? `opt ${style.chosenClass}` : 'opt',
        style: i === chosen ? 'background: #cdf' : '',
        ...attributes,
      },
      options[i]!.text,
    )
  const items = (attributes: (on: boolean) => Attributes) => options.map((_, i) => item(i, attributes(i === chosen)))
  const on = options[chosen]!.value === 'true'
  const box = (...parts: (Node | string)[]) => h('div', { class: 'field' }, ...parts)

  switch (field.kind) {
    case 'select':
      return box(
        caption,
        h(
          'select',
          { id, ...named, ...loose },
          ...options.map(({ text }, i) => h('option', { value: value(i), selected: i === chosen }, text)),
        ),
      )
    case 'radios':
      return h(
        'fieldset',
        loose,
        ...(caption ? [h('legend', {}, label)] : []),
        ...options.map(({ text }, i) =>
          h(
            'label',
            {},
            h('input', {
              type: 'radio',
              name: `${style.attributes ? dimension : 'r'}${id}`,
              value: value(i),
              checked: i === chosen,
            }),
            ` ${text}`,
          ),
        ),
      )
    case 'pressed':
      return box(caption, h('div', { role: 'group', ...by }, ...items((is) => ({ 'aria-pressed': String(is) }))))
    case 'tabs':
      return box(
        caption,
        h('div', { role: 'tablist', ...by }, ...items((is) => ({ role: 'tab', 'aria-selected': String(is) }))),
      )
    case 'pills':
      return box(caption, h('div', { class: 'pills', ...loose }, ...items(() => ({}))))
    case 'combobox':
      return box(
        caption,
        h('div', { id, role: 'combobox', tabindex: '0', 'aria-expanded': 'false', ...by }, options[chosen]!.text),
      )
    case 'menu':
      return box(caption, h('button', { id, type: 'button', 'aria-haspopup': 'menu', ...loose }, options[chosen]!.text))
    case 'number':
      return box(caption, h('input', { id, type: 'number', value: options[chosen]!.value, ...named, ...loose }))
    case 'slider': {
      const values = options.map((option) => option.value)
      const [min, max, now] = style.places
        ? ['0', String(values.length - 1), String(chosen)]
        : [values[0]!, values.at(-1)!, values[chosen]!]
      return box(
        caption,
        h('div', {
          role: 'slider',
          tabindex: '0',
          'aria-valuemin': min,
          'aria-valuemax': max,
          'aria-valuenow': now,
          style: 'height: 12px',
          ...by,
        }),
      )
    }
    case 'checkbox':
      return box(h('label', {}, h('input', { type: 'checkbox', checked: on, ...named }), ` ${label}`))
    case 'switch':
      return box(
        caption,
        h('button', {
          id,
          type: 'button',
          role: 'switch',
          'aria-checked': String(on),
          style: 'width: 40px; height: 20px',
          ...by,
        }),
      )
    case 'toggle':
      return box(h('button', { type: 'button', 'aria-pressed': String(on) }, label))
  }
}

/** A whole tool, with its prompt and its button. */
export function drawForm(
  { layout, button, feature }: Fixture,
  boxes: HTMLElement[],
): { root: HTMLElement; press: HTMLElement } {
  const press = h('button', { type: layout === 'form' ? 'submit' : 'button', class: 'go' }, button)
  const prompt =
    feature === 'film'
      ? [h('div', { class: 'field' }, h('label', { for: `p${++count}` }, 'Prompt'), h('textarea', { id: `p${count}` }))]
      : []
  const inside = [...prompt, ...boxes]
  const side = () =>
    h(
      'div',
      { class: 'tool' },
      h('aside', { class: 'panel' }, ...inside),
      h('main', {}, h('p', {}, 'Nothing made yet.'), press),
    )
  const sections = () =>
    h(
      'div',
      { class: 'tool' },
      h('section', {}, h('h3', {}, 'Settings'), ...inside.slice(0, 3)),
      h('section', {}, h('h3', {}, 'Output'), ...inside.slice(3)),
      press,
    )
  const root =
    layout === 'aside'
      ? side()
      : layout === 'sections'
        ? sections()
        : h(
            layout === 'form' ? 'form' : 'div',
            layout === 'dialog' ? { role: 'dialog' } : { class: 'tool' },
            ...inside,
            press,
          )
  return { root, press }
}
