import { fill } from '../../core/locales/message'
import type { GrantedSite, Options } from './state'

/** The sites Forecost is allowed on: each can be switched off, or its permission given back. */
export function Sites({ options }: { options: Options }) {
  const { locale, sites } = options
  return (
    <>
      {sites.value.length === 0 && <p class="quiet">{locale.messages.options.noSites}</p>}
      <ul>
        {sites.value.map((granted) => (
          <Row key={granted.pattern} granted={granted} options={options} />
        ))}
      </ul>
      <Add options={options} />
    </>
  )
}

function Add({ options: { locale, add } }: { options: Options }) {
  const texts = locale.messages.options
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    add(String(new FormData(event.currentTarget as HTMLFormElement).get('address') ?? '').trim())
  }
  return (
    <form class="add" onSubmit={submit}>
      <label for="address">{texts.add}</label>
      <input id="address" name="address" required inputMode="url" autocomplete="off" placeholder={texts.addHint} />
      <button type="submit" class="button">
        {texts.turnOn}
      </button>
    </form>
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
