/** What the elements offer, in the form that editors and documentation tools read: custom-elements.json. A test holds it to the code. */
type Named = { name: string; description: string; type?: { text: string } }
export type ElementManifest = {
  tag: string
  className: string
  description: string
  attributes: Named[]
  properties: Named[]
  methods: Named[]
  events: Named[]
  parts: Named[]
}

const text = (name: string, type: string, description: string): Named => ({ name, type: { text: type }, description })

const common = [
  text(
    'card',
    'string | object',
    'The address of a rate card, or its JSON beginning with "{"; the property also takes the card itself.',
  ),
  text(
    'feature',
    'string',
    'A feature of the card. A calculator without it lets the reader choose; the others take the first.',
  ),
  text(
    'settings',
    'string | object',
    'What to start with, "model=gen4&duration=5"; the property also takes an object by dimension.',
  ),
  text('plan', 'string', 'A plan of the card: its monthly credits are the balance to reckon with.'),
  text('balance', 'string | number', 'The reader’s balance, in the card’s currency; it goes before the plan’s.'),
  text('lang', 'string', 'A language; without it the nearest lang of the page, then the browser’s.'),
  text('theme', "'light' | 'dark'", 'Without it the page’s own color-scheme is followed.'),
]
const estimate = text(
  'estimate',
  'Estimate | undefined',
  'The price of what is set; undefined until the card is there.',
)
const ready = text('forecost-ready', 'CustomEvent<{ provider: string, features: string[] }>', 'The card has arrived.')
const failed = text(
  'forecost-error',
  'CustomEvent<{ kind: string, message: string }>',
  'There is no usable card or feature.',
)
const part = (name: string, description: string): Named => ({ name, description })
const frame = [
  part('card', 'The frame around everything.'),
  part('footer', 'Sources and actions.'),
  part('error', 'What is said where there is no price.'),
  part('loading', 'What is said until the card is there.'),
]

export const elements: ElementManifest[] = [
  {
    tag: 'forecost-calculator',
    className: 'ForecostCalculator',
    description: 'A form from a rate card, and the price of what is set.',
    attributes: [
      ...common,
      text('runs', 'number', 'How many runs a month to reckon with.'),
      text('density', "'compact' | 'normal' | 'roomy'", 'How close things stand.'),
      text('state', 'string', 'Keeps what the reader sets in the page’s address, under this name.'),
      text('share', 'boolean', 'Offers to copy the price as text and as JSON.'),
      text('tool', 'string', 'The address of the tool; the reader’s settings and the price go along in its fragment.'),
      text(
        'account',
        'string',
        'Where a signed-in reader’s account can be asked for, at his press; empty: where the card says.',
      ),
      text('answers', 'boolean', 'Says what the balance still makes, what is cheaper, and how long it lasts.'),
    ],
    properties: [
      estimate,
      text('values', 'ForecostSet | undefined', 'All that is set now, with its price.'),
      text('defaults', 'ForecostSet | undefined', 'What the author’s attributes alone come to.'),
    ],
    methods: [
      text(
        'show',
        '(values: ForecostValues) => void',
        'Shows other values, as if the reader had set them; no event is fired.',
      ),
      text(
        'reckonWith',
        '(account: unknown) => Promise<void>',
        'Reckons with a reader’s account, whole; rejects where it does not fit its description.',
      ),
    ],
    events: [
      ready,
      failed,
      text('forecost-change', 'CustomEvent<ForecostChange>', 'The reader changed something.'),
      text('forecost-open', 'CustomEvent<{ href: string }>', 'The reader opens the tool; preventDefault() stops it.'),
    ],
    parts: [
      ...frame,
      part('title', 'The heading.'),
      part('form', 'All settings.'),
      part('field', 'One setting with its label.'),
      part('control', 'A box or list.'),
      part('slider', 'A slider.'),
      part('total', 'The price and what goes with it.'),
      part('breakdown', 'The lines of the bill.'),
      part('actions', 'Copying, the way to the tool, the reader’s balance.'),
    ],
  },
  {
    tag: 'forecost-price',
    className: 'ForecostPrice',
    description: 'One price in running text, for settings that the author fixed.',
    attributes: common,
    properties: [estimate],
    methods: [],
    events: [ready, failed],
    parts: [part('total', 'The price.')],
  },
  {
    tag: 'forecost-table',
    className: 'ForecostTable',
    description: 'All variants of a feature with their prices, or the plans of a card side by side.',
    attributes: [
      ...common,
      text('rows', 'string', 'The setting down the side; without it one that changes the price.'),
      text('columns', 'string', 'The setting across; empty: one column.'),
      text('compare', "'variants' | 'plans'", 'What the table shows.'),
      text('for', 'string', 'The id of a calculator that takes over the settings of a pressed price.'),
    ],
    properties: [text('variants', 'Variants | undefined', 'Every cell: settings and price, row by row.')],
    methods: [],
    events: [
      ready,
      failed,
      text(
        'forecost-choose',
        'CustomEvent<ForecostChoice>',
        'A price was pressed; preventDefault() keeps the calculator as it is.',
      ),
    ],
    parts: [
      ...frame,
      part('empty', 'What is said where there is nothing to compare.'),
      part('table', 'The table.'),
      part('caption', 'What it shows, and what all cells share.'),
      part('cell', 'One cell.'),
      part('choose', 'A price that can be pressed.'),
      part('lowest', 'The word at the lowest price.'),
      part('reason', 'Why a price is a range or not known.'),
    ],
  },
]

export const cssProperties = [
  part('--forecost-accent', 'The accent; without it the brand colour of the documentation theme.'),
  part('--forecost-text', 'Text.'),
  part('--forecost-quiet', 'Text of less weight.'),
  part('--forecost-line', 'Lines and borders.'),
  part('--forecost-sunken', 'The ground of the result.'),
  part('--forecost-font-size', 'The size that all others follow.'),
  part('--forecost-min-height', 'The height to keep until the card is there.'),
]
const cssStates = ['loading', 'ready', 'error'].map((name) => part(name, `:state(${name})`))

/** custom-elements.json, schema 1.0.0. */
export function customElements(): object {
  const modules = elements.map(({ tag, className, description, attributes, properties, methods, events, parts }) => ({
    kind: 'javascript-module',
    path: tag === 'forecost-table' ? 'forecost-table.js' : 'forecost.js',
    declarations: [
      {
        kind: 'class',
        customElement: true,
        name: className,
        tagName: tag,
        description,
        attributes: attributes.map((one) => ({ ...one, fieldName: one.name })),
        members: [
          ...attributes.map((one) => ({ kind: 'field', ...one, attribute: one.name, reflects: true })),
          ...properties.map((one) => ({ kind: 'field', ...one, readonly: true })),
          ...methods.map(({ name, description }) => ({ kind: 'method', name, description })),
        ],
        events,
        cssParts: parts,
        cssProperties: tag === 'forecost-price' ? [] : cssProperties,
        cssStates,
        slots: [{ name: '', description: 'Shown until the script runs, and without it.' }],
      },
    ],
    exports: [{ kind: 'custom-element-definition', name: tag, declaration: { name: className } }],
  }))
  return { schemaVersion: '1.0.0', modules }
}
