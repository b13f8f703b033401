import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { isConfirmed } from '../../connecting/confirmed'
import { KeyFields, keyGiven } from './key-fields'
import type { Links } from './state'

const search = signal('')
const chosen = signal<string | undefined>(undefined)

/** An account by its API key: the vendor, found by a few letters, and what its connector asks for. */
export function AddKey({ links }: { links: Links }) {
  const { vendors, locale, busy, addKey } = links
  const { accounts: texts } = locale.messages
  const vendor = vendors.value.find(({ provider }) => provider === chosen.value)
  // The next account is another one.
  useEffect(
    () => () => {
      search.value = ''
      chosen.value = undefined
    },
    [],
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    if (vendor) addKey(vendor, keyGiven(form, vendor))
  }
  return (
    <form class="fields" onSubmit={submit}>
      <label>
        {texts.vendor}
        <input
          type="search"
          value={search.value}
          placeholder={texts.vendorHint}
          autocomplete="off"
          onInput={(event) => (search.value = event.currentTarget.value)}
        />
      </label>
      <Vendors links={links} />
      {vendor && <KeyFields key={vendor.provider} vendor={vendor} locale={locale} />}
      {vendor && (
        <label>
          {texts.label}
          <input name="label" maxLength={100} placeholder={texts.labelHint} />
        </label>
      )}
      {vendor && (
        <p class="form-acts">
          <button type="submit" class="primary" disabled={busy.value !== undefined}>
            {busy.value === 'new' ? texts.testing : texts.addAndTest}
          </button>
        </p>
      )}
    </form>
  )
}

function Vendors({ links: { vendors, locale } }: { links: Links }) {
  const { accounts: texts } = locale.messages
  const wanted = plain(search.value)
  const found = vendors.value.filter(({ name, provider }) => plain(name + provider).includes(wanted))
  if (found.length === 0) return <p class="quiet">{texts.noVendor}</p>
  return (
    <div class="vendors" role="radiogroup" aria-label={texts.vendor}>
      {found.map((vendor) => (
        <label key={vendor.provider}>
          <input
            type="radio"
            name="vendor"
            required
            value={vendor.provider}
            checked={chosen.value === vendor.provider}
            onChange={() => (chosen.value = vendor.provider)}
          />
          <span>{vendor.name}</span>
          {!isConfirmed(vendor) && <small class="unconfirmed">{texts.unconfirmed}</small>}
        </label>
      ))}
    </div>
  )
}

const plain = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
