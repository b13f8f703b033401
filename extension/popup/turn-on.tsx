import { fill } from '../../core/locales/message'
import type { Popup } from './state'

/** The way to be allowed on the site in front. */
export function TurnOn({ popup, host }: { popup: Popup; host: string }) {
  const texts = popup.locale.messages.popup
  return (
    <>
      <p>{texts.turnOnWhy}</p>
      <button type="button" class="primary" onClick={() => popup.turnOn()}>
        {texts.turnOn}
      </button>
      <p class="quiet" role="status">
        {popup.refused.value ? texts.denied : host}
      </p>
    </>
  )
}

/** Parts of the page that come from other sites: each is allowed by itself. */
export function OtherFrames({ popup: { locale, frames, turnOn } }: { popup: Popup }) {
  const texts = locale.messages.popup
  return frames.value.map((origin) => {
    const site = { site: new URL(origin).host }
    return (
      <p class="frame-of" key={origin}>
        <span class="quiet">{fill(texts.frame, site, locale)}</span>{' '}
        <button type="button" class="link" onClick={() => turnOn(origin)}>
          {fill(texts.turnOnFrame, site, locale)}
        </button>
      </p>
    )
  })
}
