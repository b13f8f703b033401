import { fill } from '../../core/locales/message'
import { agoText } from '../../core/locales/time'
import type { ChannelKept } from '../channel/kept'
import { useTyped } from '../pages/typed'
import { StatedCards } from './stated-cards'
import type { Updates } from './updates-state'

/** Signed updates of prices and site files: whether they are on, where they come from, how the last check went. */
export function UpdatesSection({ updates }: { updates: Updates }) {
  const texts = updates.locale.messages.updates
  return (
    <section aria-labelledby="updates" class="updates">
      <h2 id="updates">{texts.title}</h2>
      <p class="quiet">{texts.lead}</p>
      <Source updates={updates} />
      <p role="status" class="notice-line said">
        {updates.said}
      </p>
      {updates.choice.value.on && <Outcome updates={updates} />}
      <StatedCards updates={updates} />
    </section>
  )
}

function Source({ updates }: { updates: Updates }) {
  const { locale, choice, built, turn, lockedBy } = updates
  const texts = locale.messages.updates
  const { on, url, publicKey } = choice.value
  const [typedUrl, typedKey] = [useTyped(url ?? ''), useTyped(publicKey ?? '')]
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget as HTMLFormElement)
    const word = (name: string) => String(given.get(name) ?? '').trim()
    void turn(!on, on ? { url: url ?? '', publicKey: publicKey ?? '' } : { url: word('url'), publicKey: word('key') })
  }
  return (
    <form class="channel" onSubmit={submit}>
      <label for="channel-url">{texts.url}</label>
      <input
        id="channel-url"
        name="url"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        disabled={on || lockedBy.value !== undefined}
        placeholder={built.url ?? texts.urlHint}
        {...typedUrl}
      />
      <label for="channel-key">{texts.key}</label>
      <input
        id="channel-key"
        name="key"
        autocomplete="off"
        spellcheck={false}
        disabled={on || lockedBy.value !== undefined}
        placeholder={built.publicKey ?? ''}
        aria-describedby="channel-key-why"
        {...typedKey}
      />
      <p id="channel-key-why" class="quiet">
        {texts.keyWhy}
      </p>
      <p class="row">
        <span>
          <b>{on ? texts.stateOn : texts.stateOff}</b>
        </span>
        {lockedBy.value === undefined ? (
          <button type="submit" class="button">
            {on ? texts.turnOff : texts.turnOn}
          </button>
        ) : (
          <span class="quiet">{fill(locale.messages.policy.locked, { organisation: lockedBy.value }, locale)}</span>
        )}
      </p>
    </form>
  )
}

function Outcome({ updates: { locale, kept, brought, checking, check, now } }: { updates: Updates }) {
  const texts = locale.messages.updates
  const { checkedAt, serial, refused, refusedAt, sites, connectors } = kept.value
  const ago = (at: number) => agoText(Math.max(0, now.value - at), locale)
  const list = (words: string[]) => new Intl.ListFormat(locale.intl).format(words)
  const stopped = Object.entries({ ...connectors, ...sites }).filter(([, { disabled }]) => disabled)
  return (
    <div class="outcome">
      <p class="row">
        <span>
          {checkedAt === undefined ? texts.never : fill(texts.checked, { age: ago(checkedAt) }, locale)}
          {serial > 0 && <span class="quiet"> {fill(texts.serial, { n: serial }, locale)}</span>}
        </span>
        <button type="button" class="button" disabled={checking.value} onClick={check}>
          {checking.value ? texts.checking : texts.check}
        </button>
      </p>
      {brought.value.length > 0 && (
        <p>
          {fill(texts.brought, { list: list(brought.value.map((card) => fill(texts.version, card, locale))) }, locale)}
        </p>
      )}
      {stopped.length > 0 && <p>{fill(texts.stopped, { list: list(stopped.map(([id]) => id)) }, locale)}</p>}
      {refused.length > 0 && refusedAt !== undefined && (
        <>
          <p class="notice-line">{fill(texts.refused, { age: ago(refusedAt) }, locale)}</p>
          <ul class="refused">
            {refused.slice(0, 20).map((one) => (
              <Refused key={one.what} {...{ one, locale }} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Refused({ one, locale }: { one: ChannelKept['refused'][number]; locale: Updates['locale'] }) {
  const texts = locale.messages.updates
  const [kind, name = ''] = one.what.split('/')
  const what =
    kind === 'cards'
      ? fill(texts.cardOf, { name }, locale)
      : kind === 'sites'
        ? fill(texts.fileOf, { name }, locale)
        : texts.release
  return (
    <li>
      {fill(texts.line, { what, why: texts[one.why] }, locale)}
      {one.detail && (
        <details>
          <summary class="quiet">{texts.detail}</summary>
          <code dir="ltr">{one.detail}</code>
        </details>
      )}
    </li>
  )
}

export const updatesStyle = `
.channel { display: grid; gap: 6px; }
.channel input { padding: 6px 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); font: inherit; min-inline-size: 0; }
.channel input:disabled { color: var(--quiet); background: var(--sunken); }
.updates .row { display: flex; gap: 12px; align-items: center; justify-content: space-between; }
.outcome, .stated { display: grid; gap: 8px; border-block-start: 1px solid var(--line); padding-block-start: 12px; }
.refused { padding-inline-start: 18px; list-style: disc; }
.refused code { overflow-wrap: anywhere; font-size: .9em; }
.stated h3 { margin: 0; font-size: .9em; }
.stated li { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; justify-content: space-between; }
.stated li > span { flex: 1 1 14em; overflow-wrap: anywhere; }
.stated code { font-size: .85em; overflow-wrap: anywhere; }
`
