import type { ComponentType } from 'preact'
import { AddHand } from './add-hand'
import { AddKey } from './add-key'
import { AddPage } from './add-page'
import { AddSession } from './add-session'
import type { Links, Way } from './state'

const ways: { [way in Way]: ComponentType<{ links: Links }> } = {
  key: AddKey,
  session: AddSession,
  page: AddPage,
  hand: AddHand,
}

/** The four ways an account is known, one of them open. */
export function AddAccount({ links }: { links: Links }) {
  const { way, result, locale } = links
  const { accounts: texts, options } = locale.messages
  const Chosen = ways[way.value ?? 'key']
  const failed = result.value?.id === 'new' ? result.value : undefined
  return (
    <div class="add-account">
      <div class="ways" role="radiogroup" aria-label={texts.how}>
        {(Object.keys(ways) as Way[]).map((one) => (
          <label key={one}>
            <input type="radio" name="way" value={one} checked={way.value === one} onChange={() => (way.value = one)} />
            {texts[`way-${one}`]}
          </label>
        ))}
      </div>
      <p class="quiet">{texts[`why-${way.value ?? 'key'}`]}</p>
      <Chosen links={links} />
      <p class="outcome" role="status" data-ok={failed?.ok}>
        {failed?.text}
      </p>
      <p>
        <button type="button" class="link" onClick={() => ((way.value = undefined), (links.stating.value = undefined))}>
          {options.cancel}
        </button>
      </p>
    </div>
  )
}
