import { featureName } from '../../core/labels'
import type { Locale } from '../../core/locales'
import { languages, shipped } from '../../core/locales/languages'
import { fill } from '../../core/locales/message'
import type { ForecostCalculator } from '../forecost-calculator'
import { cards, type Choice } from './choice'
import { Line, Lines, Select } from './fields'
import type { Chosen } from './snippets'
import type { Words } from './words'

/** Of another card other things hold. */
const anew: Chosen = { feature: '-', settings: '-', plan: '-', balance: '-' }

type ControlsProps = {
  choice: Choice
  words: Words
  /** The preview that an author sets: its card is the one to choose from. */
  widest: ForecostCalculator
  change: (next: Partial<Choice>, attributes?: Chosen) => void
  keep: () => void
}

/** All that an author chooses. */
export function Controls({ choice, words, widest, change, keep }: ControlsProps) {
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
        [
          ['-', words.page],
          ...shipped().map((tag): [string, string] => [tag, languageName(tag, words, widest.locale)]),
        ],
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

function languageName(tag: string, words: Words, locale: Locale): string {
  const language = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  return languages[tag]!.draft ? fill(words.draft, { language }, locale) : language
}
