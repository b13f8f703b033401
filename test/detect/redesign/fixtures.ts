/** One setting of a fixture: what it says, what it can be, what it is. `value` is the card's word, `text` the page's. */
export type Field = {
  dimension: string
  label: string
  options: { value: string; text: string }[]
  chosen: number
  kind: Kind
  /** Where the true value is nothing the card lists. */
  unlisted?: boolean
  /** Not in the page, though the page's own state still has it. */
  unmounted?: boolean
}
export type Kind = (typeof kinds)[number]
export const kinds = [
  'select',
  'radios',
  'pressed',
  'tabs',
  'pills',
  'combobox',
  'menu',
  'number',
  'slider',
  'checkbox',
  'switch',
  'toggle',
] as const

export type Fixture = {
  name: string
  feature: string
  button: string
  layout: 'form' | 'div' | 'dialog' | 'sections' | 'aside'
  fields: Field[]
}

const f = (dimension: string, label: string, kind: Kind, options: (string | [string, string])[]): Field => ({
  dimension,
  label,
  kind,
  chosen: 0,
  options: options.map((it) => (typeof it === 'string' ? { value: it, text: it } : { value: it[0], text: it[1] })),
})
const models: [string, string][] = [
  ['swift2', 'Swift 2'],
  ['swift2_pro', 'Swift 2 Pro'],
  ['aurora', 'Aurora XL'],
]
const seconds: [string, string][] = [
  ['5', '5s'],
  ['8', '8s'],
  ['10', '10s'],
  ['12', '12s'],
]
const onOff: [string, string][] = [
  ['false', 'Off'],
  ['true', 'On'],
]

/** Plain HTML tools, one of each way to lay a form out. */
export const fixtures: Fixture[] = [
  {
    name: 'a form of native controls',
    feature: 'film',
    button: 'Generate',
    layout: 'form',
    fields: [
      f('model', 'Model', 'select', models),
      f('resolution', 'Resolution', 'radios', ['720p', ['1080p', '1080p (HD)'], ['4k', '4K']]),
      f('duration', 'Duration', 'select', [
        ['5', '5 seconds'],
        ['8', '8 seconds'],
        ['10', '10 seconds'],
      ]),
      f('audio', 'Generate audio', 'checkbox', onOff),
      f('variants', 'Variants', 'number', ['1', '2', '3', '4']),
      f('ratio', 'Aspect ratio', 'radios', ['16:9', '9:16', '1:1']),
    ],
  },
  {
    name: 'boxes without a form',
    feature: 'film',
    button: 'Create',
    layout: 'div',
    fields: [
      f('model', 'Model', 'combobox', models),
      f('resolution', 'Quality and resolution', 'pressed', ['720p', '1080p', ['4k', '4K']]),
      f('duration', 'Duration', 'pills', seconds),
      f('audio', 'Audio', 'switch', onOff),
      f('variants', 'Variants', 'pressed', ['1', '2', '3', '4']),
      f('ratio', 'Ratio', 'menu', ['16:9', '9:16', '1:1']),
    ],
  },
  {
    name: 'a dialog',
    feature: 'film',
    button: 'Generate video',
    layout: 'dialog',
    fields: [
      f('model', 'AI model', 'menu', models),
      f('resolution', 'Resolution', 'tabs', ['720p', '1080p', ['4k', '4K']]),
      f('duration', 'Length', 'slider', ['3', '5', '7', '11', '15']),
      f('audio', 'Sound', 'toggle', onOff),
      f('variants', 'Number of videos', 'select', ['1', '2', '3', '4']),
      f('ratio', 'Aspect ratio', 'pills', ['16:9', '9:16', '1:1']),
    ],
  },
  {
    name: 'sections with headings',
    feature: 'film',
    button: 'Generate',
    layout: 'sections',
    fields: [
      f('model', 'Model', 'pressed', models),
      f('resolution', 'Resolution', 'select', ['720p', '1080p', ['4k', '4K']]),
      f('duration', 'Clip length (seconds)', 'number', ['4', '6', '9', '13']),
      f('audio', 'Audio', 'checkbox', onOff),
      f('variants', 'Variants', 'slider', ['1', '2', '3', '4']),
      f('ratio', 'Aspect ratio', 'combobox', ['16:9', '9:16', '1:1']),
    ],
  },
  {
    name: 'a side panel, the button apart',
    feature: 'film',
    button: 'Run',
    layout: 'aside',
    fields: [
      f('model', 'Model', 'select', models),
      f('resolution', 'Resolution', 'combobox', ['720p', '1080p', ['4k', '4K']]),
      f('duration', 'Duration', 'tabs', [
        ['5', '0:05'],
        ['8', '0:08'],
        ['12', '0:12'],
      ]),
      f('audio', 'Audio', 'switch', onOff),
      f('variants', 'Outputs', 'number', ['1', '2', '3', '4']),
      f('ratio', 'Aspect ratio', 'select', ['16:9', '9:16', '1:1']),
    ],
  },
  {
    name: 'a picture tool',
    feature: 'picture',
    button: 'Generate',
    layout: 'form',
    fields: [
      f('size', 'Size', 'select', [
        ['512x512', '512 x 512'],
        ['1024x1024', '1,024 × 1,024'],
        ['2048x2048', '2,048 × 2,048'],
      ]),
      f('quality', 'Quality', 'pressed', [
        ['low', 'Low'],
        ['medium', 'Medium'],
        ['high', 'High'],
      ]),
      f('images', 'Number of images', 'number', ['1', '2', '3', '5', '8']),
    ],
  },
  {
    name: 'a picture tool of drawn controls',
    feature: 'picture',
    button: 'Imagine',
    layout: 'div',
    fields: [
      f('size', 'Size', 'pills', [
        ['512x512', '512×512'],
        ['1024x1024', '1024×1024'],
        ['2048x2048', '2048×2048'],
      ]),
      f('quality', 'Quality', 'menu', [
        ['low', 'Low'],
        ['medium', 'Medium'],
        ['high', 'High'],
      ]),
      f('images', 'Images', 'pills', ['1', '2', '4', '8']),
    ],
  },
  {
    name: 'a sound tool',
    feature: 'sound',
    button: 'Generate sound',
    layout: 'sections',
    fields: [
      f('model', 'Model', 'radios', [
        ['echo_v2', 'Echo v2'],
        ['echo_v2_5', 'Echo v2.5'],
      ]),
      f('duration', 'Duration', 'pressed', [
        ['5', '5s'],
        ['10', '10s'],
        ['30', '30s'],
        ['60', '1 min'],
      ]),
      f('fps', 'Frame rate', 'select', [
        ['24', '24 fps'],
        ['30', '30 fps'],
        ['60', '60 fps'],
      ]),
    ],
  },
]
