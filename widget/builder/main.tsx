import { builder as words } from '../../core/locales/en.json'
import { shipped } from '../../core/locales/languages'
import { featureName } from '../../core/labels'
import { settingsTexts } from '../../core/tool-link'
import { draw } from '../draw'
import '../forecost'
import type { ForecostCalculator } from '../forecost-calculator'
import { kinds, snippets, type Chosen, type Kind } from './snippets'

/** Widths of the previews, in pixels: a narrow column, a telephone, a page of documentation. */
const widths = [240, 390, 680]

declare const __CARDS__: string[]
const cards = typeof __CARDS__ === 'undefined' ? [] : __CARDS__
type Choice = { bundled: string; address: string; pasted: string; attributes: Chosen; kind: Kind; said: string }
const choice: Choice = { bundled: cards[0] ?? '', address: '', pasted: '', attributes: {}, kind: 'html', said: '' }
const previews = widths.map(() => document.createElement('forecost-calculator'))

const cardOf = ({ bundled, address, pasted }: Choice): string =>
  pasted.trim() || address.trim() || new URL(`cards/${bundled}.json`, location.href).pathname
const chosenOf = (): Chosen => ({ card: cardOf(choice), ...choice.attributes })

/** Takes a change over: into the snippet, and into the previews where it concerns them. */
function change(next: Partial<Choice>, attributes: Chosen = {}): void {
  Object.assign(choice, { said: '' }, next)
  choice.attributes = { ...choice.attributes, ...attributes }
  for (const [name, value] of Object.entries(attributes)) if (value === '-') delete choice.attributes[name]
  const wanted = chosenOf()
  for (const preview of previews)
    for (const name of ['card', 'feature', 'settings', 'theme', 'density', 'lang', 'share', 'tool'])
      if ((preview.getAttribute(name) ?? undefined) !== wanted[name]) set(preview, name, wanted[name])
  paint()
}

const set = (preview: ForecostCalculator, name: string, value: string | undefined): void =>
  value === undefined ? preview.removeAttribute(name) : preview.setAttribute(name, value)

function Select({
  id,
  values,
  value,
  onPick,
}: {
  id: keyof typeof words
  values: [string, string][]
  value: string
  onPick: (value: string) => void
}) {
  return (
    <p>
      <label for={id}>{words[id]}</label>
      <select id={id} onChange={(event) => onPick(event.currentTarget.value)}>
        {values.map(([name, text]) => (
          <option key={name} value={name} selected={name === value}>
            {text}
          </option>
        ))}
      </select>
    </p>
  )
}

function Text({ id, value, onType }: { id: keyof typeof words; value: string; onType: (value: string) => void }) {
  return (
    <p>
      <label for={id}>{words[id]}</label>
      <textarea
        id={id}
        rows={2}
        spellcheck={false}
        value={value}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </p>
  )
}

function Controls() {
  const { attributes } = choice
  const card = previews[0]!.rateCard
  const features = Object.keys(card?.features ?? {}).map((name): [string, string] => [name, featureName(card!, name)])
  const language = (tag: string): [string, string] => [
    tag,
    new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag,
  ]
  const pick = (name: string) => (value: string) => change({}, { [name]: value })
  return (
    <form>
      <Select
        id="card"
        values={cards.map((name) => [name, name])}
        value={choice.bundled}
        onPick={(bundled) => change({ bundled, address: '', pasted: '' }, { feature: '-', settings: '-' })}
      />
      <Text
        id="address"
        value={choice.address}
        onType={(address) => change({ address }, { feature: '-', settings: '-' })}
      />
      <Text
        id="pasted"
        value={choice.pasted}
        onType={(pasted) => change({ pasted }, { feature: '-', settings: '-' })}
      />
      <Select
        id="feature"
        values={[['-', words.any], ...features]}
        value={attributes['feature'] ?? '-'}
        onPick={(feature) => change({}, { feature, settings: '-' })}
      />
      <Select
        id="theme"
        values={[
          ['-', words.page],
          ['light', words.light],
          ['dark', words.dark],
        ]}
        value={attributes['theme'] ?? '-'}
        onPick={pick('theme')}
      />
      <Select
        id="density"
        values={[
          ['-', words.normal],
          ['compact', words.compact],
          ['roomy', words.roomy],
        ]}
        value={attributes['density'] ?? '-'}
        onPick={pick('density')}
      />
      <Select
        id="language"
        values={[['-', words.page], ...shipped().map(language)]}
        value={attributes['lang'] ?? '-'}
        onPick={pick('lang')}
      />
      <Select
        id="share"
        values={[
          ['-', words.no],
          ['', words.yes],
        ]}
        value={attributes['share'] ?? '-'}
        onPick={pick('share')}
      />
      <Text id="tool" value={attributes['tool'] ?? ''} onType={(tool) => change({}, { tool: tool || '-' })} />
      <p>
        <button type="button" onClick={keep}>
          {words.keep}
        </button>
      </p>
    </form>
  )
}

/** What is set in the widest preview becomes what readers start with. */
function keep(): void {
  const { values } = previews.at(-1)!
  if (!values) return
  change({}, { feature: values.feature, settings: new URLSearchParams(settingsTexts(values.settings)).toString() })
}

function copy(): void {
  navigator.clipboard.writeText(snippets[choice.kind](chosenOf())).then(
    () => change({ said: words.copied }),
    () => change({ said: words.refused }),
  )
}

function paint(): void {
  document.title = words.title
  const pasted = choice.kind === 'iframe' && choice.pasted.trim() !== ''
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
          values={kinds.map((kind) => [kind, words[kind]])}
          value={choice.kind}
          onPick={(kind) => change({ kind: kind as Kind })}
        />
        <pre tabIndex={0}>
          <code>{snippets[choice.kind](chosenOf())}</code>
        </pre>
        <p>
          <button type="button" onClick={copy}>
            {words.copy}
          </button>{' '}
          <span role="status">{choice.said}</span>
        </p>
        <p class="warning">{pasted ? words.long : words[`${choice.kind}Note`]}</p>
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
  box.append(preview)
  shelf.append(box)
}
previews[0]!.addEventListener('forecost-ready', () => paint())
change({})
