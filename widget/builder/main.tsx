import { settingsTexts } from '../../core/tool-link'
import { draw } from '../draw'
import '../forecost'
import type { ForecostCalculator } from '../forecost-calculator'
import { cardOf, chosenOf, nothingYet, type Choice } from './choice'
import { Controls } from './controls'
import { Select } from './fields'
import { Pieces } from './pieces'
import { kinds, type Chosen, type Kind } from './snippets'
import { english, speak, type Words } from './words'

/** Widths of the previews, in pixels: a narrow column, a telephone, a page of documentation. */
const widths = [240, 390, 680]

/** Attributes that a preview shows. A calculator's own part of the address would be that of this page. */
const shown = 'card feature settings plan balance runs theme density lang share answers tool'.split(' ')

const choice: Choice = { ...nothingYet }
let words: Words = english
const previews = widths.map(() => document.createElement('forecost-calculator'))
const widest = previews.at(-1)!

/** Takes a change over: into the snippet, and into the previews where it concerns them. */
function change(next: Partial<Choice>, attributes: Chosen = {}): void {
  Object.assign(choice, { said: '' }, next)
  choice.attributes = { ...choice.attributes, ...attributes }
  for (const [name, value] of Object.entries(attributes)) if (value === '-') delete choice.attributes[name]
  // Here the bundled cards lie beside the page, wherever they will lie on the author's site.
  const wanted: Chosen = { ...chosenOf(choice), card: cardOf({ ...choice, files: './' }) }
  for (const preview of previews)
    for (const name of shown)
      if ((preview.getAttribute(name) ?? undefined) !== wanted[name]) set(preview, name, wanted[name])
  paint()
}

const set = (preview: ForecostCalculator, name: string, value: string | undefined): void => {
  if (name === 'card') choice.fault = ''
  if (value === undefined) preview.removeAttribute(name)
  else preview.setAttribute(name, value)
}

/** What is set in the widest preview becomes what readers start with. */
function keep(): void {
  const { values } = widest
  if (!values) return
  // A plan brings its balance.
  const { feature, plan, balance, runs } = values
  const settings = new URLSearchParams(settingsTexts(values.settings)).toString()
  change(
    {},
    { feature, settings, plan: plan || '-', balance: (!plan && balance) || '-', runs: runs > 1 ? String(runs) : '-' },
  )
}

function copy(text: string): void {
  navigator.clipboard.writeText(text).then(
    () => change({ said: words.copied }),
    () => change({ said: words.refused }),
  )
}

function paint(): void {
  document.title = words.title
  draw(
    <div class="columns">
      <section key="choices" aria-label={words.choices}>
        <h1>{words.title}</h1>
        <Controls {...{ choice, words, widest, change, keep }} />
      </section>
      <section key="snippet" aria-label={words.snippet}>
        <h2>{words.snippet}</h2>
        <Select
          id="host"
          label={words.host}
          values={kinds.map((kind) => [kind, words[kind]])}
          value={choice.kind}
          onPick={(kind) => change({ kind: kind as Kind })}
        />
        <Pieces {...{ choice, words, copy }} title={widest.locale.messages.widget.title} />
      </section>
    </div>,
    document.querySelector('#builder')!,
  )
}

const shelf = document.querySelector('#previews')!
for (const [at, preview] of previews.entries()) {
  const box = document.createElement('div')
  box.className = `preview w${widths[at]}`
  box.append(`${widths[at]} px`, preview)
  shelf.append(box)
}
widest.addEventListener('forecost-ready', paint)
widest.addEventListener('forecost-error', ({ detail }) => {
  choice.fault = detail.message
  paint()
})
words = await speak(new URLSearchParams(location.search).get('lang') ?? navigator.language)
change({})
