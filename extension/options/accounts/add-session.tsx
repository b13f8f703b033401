import type { Links } from './state'

/** An account by the session the user has at a site: the site is turned on, and asked where its card says. */
export function AddSession({ links: { locale, busy, addSession } }: { links: Links }) {
  const { accounts: texts, options } = locale.messages
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    addSession(String(new FormData(event.currentTarget as HTMLFormElement).get('address') ?? '').trim())
  }
  return (
    <form class="fields" onSubmit={submit}>
      <label>
        {texts.siteAddress}
        <input name="address" required inputMode="url" autocomplete="off" placeholder={options.addHint} dir="ltr" />
      </label>
      <p class="form-acts">
        <button type="submit" class="primary" disabled={busy.value !== undefined}>
          {busy.value === 'new' ? texts.testing : options.turnOn}
        </button>
      </p>
    </form>
  )
}
