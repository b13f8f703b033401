import type { Links } from './state'

/** An account by the balance that a site's own page shows. */
export function AddPage({ links: { locale, sites, busy, addPage } }: { links: Links }) {
  const { accounts: texts } = locale.messages
  const known = sites.value.filter(({ card }) => card)
  if (known.length === 0) return <p>{texts.noSiteYet}</p>
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void addPage(String(new FormData(event.currentTarget as HTMLFormElement).get('origin')))
  }
  return (
    <form class="fields" onSubmit={submit}>
      <label>
        {texts.tool}
        <select name="origin" required>
          {known.map(({ origin, card }) => (
            <option key={origin} value={origin}>
              {card!.name} ({new URL(origin).host})
            </option>
          ))}
        </select>
      </label>
      <p class="form-acts">
        <button type="submit" class="primary" disabled={busy.value !== undefined}>
          {texts.readPage}
        </button>
      </p>
    </form>
  )
}
