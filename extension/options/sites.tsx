import { fill } from '../../core/locales/message'
import type { GrantedSite, Options } from './state'

/** The sites Forecost is allowed on: each can be switched off, or its permission given back. */
export function Sites({ options }: { options: Options }) {
  const { locale, sites } = options
  if (sites.value.length === 0) return <p class="quiet">{locale.messages.options.noSites}</p>
  return (
    <ul>
      {sites.value.map((granted) => (
        <Row key={granted.pattern} granted={granted} options={options} />
      ))}
    </ul>
  )
}

function Row({ granted, options }: { granted: GrantedSite; options: Options }) {
  const { locale, switchTo, remove, said } = options
  const { options: texts, popup } = locale.messages
  const removed = fill(texts.removed, { site: granted.host }, locale)
  return (
    <li class="site">
      <span>
        <b>{granted.host}</b> <span class="quiet">{granted.off ? texts.off : texts.on}</span>
      </span>
      <span class="site-acts">
        <button type="button" class="button" onClick={() => switchTo(granted.off, granted)}>
          {granted.off ? popup.switchOn : popup.switchOff}
        </button>
        <button
          type="button"
          class="button danger"
          onClick={() => void remove(granted).then(() => (said.value = removed))}
        >
          {texts.remove}
        </button>
      </span>
    </li>
  )
}
