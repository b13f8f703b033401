import type { Popup } from './state'

type Props = { popup: Pick<Popup, 'locale' | 'at' | 'looking'> }

/** The way to show what is not read. */
export function PointLink({ popup: { locale, at, looking } }: Props) {
  return (
    <p>
      <button type="button" class="link" onClick={() => void looking.point(at.value!.tabId)}>
        {locale.messages.looking.point}
      </button>
    </p>
  )
}

/** A page on which nothing is read: what it may be, for the user to choose, and the way to point at its settings. */
export function NotRead({ popup: { locale, at, looking } }: Props) {
  const texts = locale.messages.looking
  const { tabId } = at.value!
  if (looking.found.value?.bound) return <PointLink popup={{ locale, at, looking }} />
  if (looking.state.value !== 'done') return <p class="quiet">{texts.looking}</p>
  const { likely = [], tooMany } = looking.found.value ?? {}
  if (tooMany) return <p role="status">{texts.tooMany}</p>
  return (
    <div class="not-read" role="status">
      <p>{likely.length > 0 ? texts.which : texts.cannot}</p>
      {likely.length > 0 && (
        <ul class="likely">
          {likely.map(({ provider, feature, name }) => (
            <li key={`${provider} ${feature}`}>
              <button type="button" class="likely-one" onClick={() => void looking.choose(tabId, provider, feature)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="row">
        <button type="button" class={likely.length > 0 ? 'link' : 'primary'} onClick={() => void looking.point(tabId)}>
          {texts.point}
        </button>
      </p>
      <p class="quiet">{texts.pointWhy}</p>
    </div>
  )
}

export const notReadStyle = `
.not-read { display: grid; gap: 8px; }
.likely { display: grid; gap: 4px; }
.likely-one { inline-size: 100%; padding: 8px 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); text-align: start; cursor: pointer; }
.likely-one:hover { border-color: var(--accent); }
`
