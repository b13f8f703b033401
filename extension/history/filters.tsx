import { fill } from '../../core/locales/message'
import { UNTAGGED, type Filter } from './filter'
import { accountName, toolTitle } from './names'
import type { History } from './state'

/** Which lines are shown: by tool, account, tag, state and time. */
export function Filters({ history }: { history: History }) {
  const { locale, choices, names, grouped, filter } = history
  const texts = locale.messages.history
  const { tools, accounts, tags, states } = choices.value
  const several = new Set([...tools.values()].map(({ provider }) => provider)).size > 1
  const named = [...tools].map(([key, row]): Option => [key, toolTitle(names.value, row, several, texts.otherTool)])
  const owners = [...accounts].map(([key, row]): Option => [key, accountName(names.value, row)])
  const labels = [...tags.map((tag): Option => [tag, tag]), [UNTAGGED, texts.untagged] as Option]
  const ends = states.map((state): Option => [state, texts[`state-${state}`]])
  return (
    <form class="filters" aria-label={texts.filters} onSubmit={(event) => event.preventDefault()}>
      <Choice history={history} name="tool" label={texts.tool} all={texts.allTools} options={sorted(named)} />
      <Choice history={history} name="account" label={texts.account} all={texts.allAccounts} options={sorted(owners)} />
      {tags.length > 0 && (
        <Choice history={history} name="tag" label={texts.tag} all={texts.allTags} options={labels} />
      )}
      <Choice
        history={history}
        name="status"
        label={texts.status}
        all={texts.allStates}
        options={[...ends, ['kept', texts.kept]]}
      />
      <When history={history} />
      <label class="check">
        <input type="checkbox" checked={grouped.value} onChange={(e) => (grouped.value = e.currentTarget.checked)} />{' '}
        {texts.iterations}
      </label>
      {Object.entries(filter.value).some(
        ([name, value]) => value !== '' && !(name === 'when' && value === 'always'),
      ) && <Clear history={history} />}
    </form>
  )
}

/** Shows every line again. It goes away with what it clears, so the focus goes to the first filter. */
export function Clear({ history: { locale, clearFilter } }: { history: History }) {
  const clear = () => {
    clearFilter()
    document.querySelector<HTMLElement>('.filters select')?.focus()
  }
  return (
    <button type="button" class="link" onClick={clear}>
      {locale.messages.history.clear}
    </button>
  )
}

type Option = [value: string, text: string]
const sorted = (options: Option[]) => options.toSorted(([, a], [, b]) => a.localeCompare(b))

type ChoiceProps = {
  history: History
  name: 'tool' | 'account' | 'tag' | 'status'
  label: string
  all: string
  options: Option[]
}

function Choice({ history: { filter, edit }, name, label, all, options }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={filter.value[name]} onChange={(event) => edit({ [name]: event.currentTarget.value })}>
        <option value="">{all}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

function When({ history: { locale, filter, edit } }: { history: History }) {
  const texts = locale.messages.history
  const days = (n: number) => fill(texts.days, { n }, locale)
  const spans: [Filter['when'], string][] = [
    ['always', texts.always],
    ['today', texts.today],
    ['days7', days(7)],
    ['days30', days(30)],
    ['month', texts.month],
    ['between', texts.between],
  ]
  const { when, from, to } = filter.value
  return (
    <>
      <label>
        <span>{texts.when}</span>
        <select value={when} onChange={(event) => edit({ when: event.currentTarget.value as Filter['when'] })}>
          {spans.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
      {when === 'between' && (
        <>
          <label>
            <span>{texts.from}</span>
            <input type="date" value={from} onChange={(event) => edit({ from: event.currentTarget.value })} />
          </label>
          <label>
            <span>{texts.to}</span>
            <input type="date" value={to} onChange={(event) => edit({ to: event.currentTarget.value })} />
          </label>
        </>
      )}
    </>
  )
}
