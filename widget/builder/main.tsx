import { fill } from '../../core/locales/message'
import { languages, shipped } from '../../core/locales/languages'
import { featureName } from '../../core/labels'
import { settingsTexts } from '../../core/tool-link'
import { draw } from '../draw'
import '../forecost'
import type { ForecostCalculator } from '../forecost-calculator'
import { Line, Lines, Select } from './fields'
import { kinds, snippets, type Chosen, type Kind } from './snippets'
import { english, speak, type Words } from './words'

/** Widths of the previews, in pixels: a narrow column, a telephone, a page of documentation. */
const widths = [240, 390, 680]

/** Attributes that a preview shows. A calculator's own part of the address would be that of this page. */
const shown = ['card', 'feature', 'settings', 'plan', 'balance', 'runs', 'theme', 'density', 'lang', 'share', 'answers']

declare const __CARDS__: string[]
const cards = typeof __CARDS__ === 'undefined' ? [] : __CARDS__
type Choice = {
  bundled: string
  address: string
  pasted: string
  files: string
  attributes: Chosen
  kind: Kind
  said: string
  /** What is wrong with the card, as the author's console says it. */
  fault: string
}
const choice: Choice = {
  bundled: cards[0] ?? '',
  address: '',
  pasted: '',
  files: '/',
  attributes: {},
  kind: 'html',
  said: '',
  fault: '',
}
let words: Words = english
const previews = widths.map(() => document.createElement('forecost-calculator'))
const widest = previews.at(-1)!

/** What readers ask for: the card where the author serves it, else the bundled one beside the other files, else what was pasted. */
const cardOf = ({ bundled, address, pasted, files }: Choice): string =>
  tight(pasted.trim()) || address.trim() || `${files}cards/${bundled}.json`
const chosenOf = (): Chosen => ({ card: cardOf(choice), ...choice.attributes })

// A blank line within a card would end the tag in Markdown.
function tight(pasted: string): string {
  try {
    return JSON.stringify(JSON.parse(pasted))
  } catch {
    return pasted
  }
}

/** Takes a change over: into the snippet, and into the previews where it concerns them. */
function change(next: Partial<Choice>, attributes: Chosen = {}): void {
  Object.assign(choice, { said: '' }, next)
  choice.attributes = { ...choice.attributes, ...attributes }
  for (const [name, value] of Object.entries(attributes)) if (value === '-') delete choice.attributes[name]
  // Here the bundled cards lie beside the page, wherever they will lie on the author's site.
  const wanted: Chosen = { ...chosenOf(), card: cardOf({ ...choice, files: './' }) }
  for (const preview of previews)
    for (const name of [...shown, 'tool'])
      if ((preview.getAttribute(name) ?? undefined) !== wanted[name]) set(preview, name, wanted[name])
  paint()
}

const set = (preview: ForecostCalculator, name: string, value: string | undefined): void => {
  if (name === 'card') choice.fault = ''
  if (value === undefined) preview.removeAttribute(name)
  else preview.setAttribute(name, value)
}

/** Of another card other things hold. */
const anew: Chosen = { feature: '-', settings: '-', plan: '-', balance: '-' }

function Controls() {
  const { attributes } = choice
  const card = widest.rateCard
  const features = Object.keys(card?.features ?? {}).map((name): [string, string] => [name, featureName(card!, name)])
  const yesNo: [string, string][] = [
    ['-', words.no],
    ['', words.yes],
  ]
  const attribute = (name: string, values: [string, string][], id: keyof Words = name as keyof Words) => (
    <Select
      id={id}
      label={words[id]}
      values={values}
      value={attributes[name] ?? '-'}
      onPick={(value) => change({}, { [name]: value })}
    />
  )
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Select
        id="card"
        label={words.card}
        values={cards.map((name) => [name, name])}
        value={choice.bundled}
        onPick={(bundled) => change({ bundled, address: '', pasted: '' }, anew)}
      />
      <Line
        id="address"
        label={words.address}
        value={choice.address}
        onSet={(address) => change({ address, pasted: '' }, anew)}
      />
      <Lines id="pasted" label={words.pasted} value={choice.pasted} onType={(pasted) => change({ pasted }, anew)} />
      <p class="wide fault" role="status">
        {choice.fault}
      </p>
      <Select
        id="feature"
        label={words.feature}
        values={[['-', words.any], ...features]}
        value={attributes['feature'] ?? '-'}
        onPick={(feature) => change({}, { feature, settings: '-' })}
      />
      {attribute(
        'lang',
        [['-', words.page], ...shipped().map((tag): [string, string] => [tag, languageName(tag)])],
        'language',
      )}
      {attribute('theme', [
        ['-', words.page],
        ['light', words.light],
        ['dark', words.dark],
      ])}
      {attribute('density', [
        ['-', words.normal],
        ['compact', words.compact],
        ['roomy', words.roomy],
      ])}
      {attribute('answers', yesNo)}
      {attribute('share', yesNo)}
      {attribute('state', [
        ['-', words.no],
        ['prices', words.yes],
      ])}
      <Line
        id="tool"
        label={words.tool}
        value={attributes['tool'] ?? ''}
        onSet={(tool) => change({}, { tool: tool.trim() || '-' })}
      />
      <Line
        id="files"
        label={words.files}
        value={choice.files}
        onSet={(files) => change({ files: files.trim().replace(/\/?$/, '/') })}
      />
      <p class="wide">
        <button type="button" onClick={keep}>
          {words.keep}
        </button>
      </p>
    </form>
  )
}

function languageName(tag: string): string {
  const language = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  return languages[tag]!.draft ? fill(words.draft, { language }, widest.locale) : language
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

function Snippet() {
  const { kind, files, pasted, said } = choice
  const parts = snippets[kind](chosenOf(), { files, title: widest.locale.messages.widget.title })
  return [
    ...parts.map(({ file, text }) => (
      <figure key={`${kind} ${file}`}>
        <figcaption>
          <bdi>{file}</bdi>
          <button type="button" aria-label={`${words.copy}: ${file}`} onClick={() => copy(text)}>
            {words.copy}
          </button>
        </figcaption>
        <pre dir="ltr" tabIndex={0} role="group" aria-label={file}>
          <code>{text}</code>
        </pre>
      </figure>
    )),
    <p key="said" role="status">
      {said}
    </p>,
    <p key="note" class="warning">
      {kind === 'iframe' && pasted.trim() !== '' ? words.long : words[`${kind}Note`]}
    </p>,
  ]
}

function paint(): void {
  document.title = words.title
  draw(
    <div class="columns">
      <section key="choices" aria-label={words.choices}>
        <h1>{words.title}</h1>
        <Controls />
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
        <Snippet />
        <p class="warning">{words.unsupported}</p>
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
