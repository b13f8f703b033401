import { signal } from '@preact/signals'
import { spendableOf } from '../../../core/spendable'
import { AccountRow } from '../../../widget/components'
import type { Linked } from '../../linked'
import { accountNote, problemText } from '../../notes'
import { Source } from '../../pages/source'
import { KeyFields, keyGiven } from './key-fields'
import type { Links } from './state'

type Props = { id: string; kept: Linked; links: Links }

/** One account the user added: what is left, how that is known, and what can be done about it. */
export function LinkedRow({ id, kept, links }: Props) {
  const { locale, titleOf, vendorOf, result } = links
  const now = links.now.value
  const { account, problem } = kept
  const note = account && accountNote({ readAt: account.readAt, problem }, locale, now)
  const waiting = kept.kind === 'page' ? locale.messages.accounts.waitingForPage : undefined
  return (
    <li>
      <AccountRow
        title={titleOf(kept)}
        locale={locale}
        now={now}
        account={account}
        spendable={account && spendableOf(account, undefined, now)}
        problem={account ? undefined : problem ? problemText(problem, locale, now) : waiting}
      >
        {!account && kept.label && <p class="quiet">{kept.label}</p>}
        {note && <p class="notice-line">{note}</p>}
        <p class="source quiet">
          <Source kind={kept.kind} vendor={vendorOf(kept)} origin={kept.origin} locale={locale} />
        </p>
        <Acts id={id} kept={kept} links={links} />
        <p class="outcome" role="status" data-ok={result.value?.id === id ? result.value.ok : undefined}>
          {result.value?.id === id && result.value.text}
        </p>
      </AccountRow>
    </li>
  )
}

/** Which row is being changed, and what of it. */
const open = signal<{ id: string; what: 'key' | 'label' } | undefined>(undefined)

function Acts({ id, kept, links }: Props) {
  const { locale, busy, test, remove, vendorOf } = links
  const { accounts: texts, options } = locale.messages
  const vendor = vendorOf(kept)
  const toggle = (what: 'key' | 'label') => () =>
    (open.value = open.value?.id === id && open.value.what === what ? undefined : { id, what })
  return (
    <>
      <div class="acts">
        {kept.kind === 'key' && (
          <button type="button" class="button" disabled={busy.value === id} onClick={() => test(id, vendor)}>
            {busy.value === id ? texts.testing : texts.test}
          </button>
        )}
        {vendor && (
          <button type="button" class="button" aria-expanded={open.value?.id === id} onClick={toggle('key')}>
            {texts.changeKey}
          </button>
        )}
        {kept.kind === 'hand' && (
          <button type="button" class="button" onClick={() => ((links.stating.value = id), (links.way.value = 'hand'))}>
            {texts.changeBalance}
          </button>
        )}
        <button type="button" class="button" aria-expanded={open.value?.id === id} onClick={toggle('label')}>
          {texts.rename}
        </button>
        <button type="button" class="button danger" onClick={() => remove(id, kept)}>
          {options.remove}
        </button>
      </div>
      {open.value?.id === id && open.value.what === 'label' && <Rename id={id} kept={kept} links={links} />}
      {open.value?.id === id && open.value.what === 'key' && vendor && (
        <form
          class="key-form fields"
          onSubmit={(event) => {
            event.preventDefault()
            links.changeKey(id, vendor, keyGiven(event.currentTarget as HTMLFormElement, vendor))
            open.value = undefined
          }}
        >
          <KeyFields vendor={vendor} ids={kept.ids} locale={locale} />
          <p class="form-acts">
            <button type="submit" class="primary">
              {texts.saveAndTest}
            </button>
          </p>
        </form>
      )}
    </>
  )
}

function Rename({ id, kept, links: { locale, rename } }: Props) {
  const { accounts: texts } = locale.messages
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    open.value = undefined
    void rename(id, String(new FormData(event.currentTarget as HTMLFormElement).get('label') ?? '').trim())
  }
  return (
    <form class="key-form fields" onSubmit={submit}>
      <label>
        {texts.label}
        <input name="label" maxLength={100} defaultValue={kept.label ?? ''} ref={(input) => input?.focus()} />
      </label>
      <p class="form-acts">
        <button type="submit" class="button">
          {texts.save}
        </button>
      </p>
    </form>
  )
}
