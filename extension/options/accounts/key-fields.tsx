import type { Locale } from '../../../core/locales'
import { fill } from '../../../core/locales/message'
import type { Connector } from '../../connecting/connector'
import type { Ids } from '../../linked'
import type { KeyGiven } from './state'

type Props = { vendor: Connector; ids?: Ids; locale: Locale }

/** What a vendor's connector asks for: its key, a secret where there are two parts, and its ids. A key is never shown again. */
export function KeyFields({ vendor, ids, locale }: Props) {
  const { accounts: texts } = locale.messages
  if (vendor.auth.kind === 'none') return null
  return (
    <>
      <label>
        {vendor.key ? fill(texts.keyOfKind, { kind: vendor.key }, locale) : texts.key}
        <input name="key" type="password" required autocomplete="off" spellcheck={false} maxLength={4000} dir="ltr" />
        <small>{fill(texts.keyWhere, { host: new URL(vendor.origin).host }, locale)}</small>
      </label>
      {twoParts(vendor) && (
        <label>
          {texts.secret}
          <input
            name="secret"
            type="password"
            required={vendor.auth.kind === 'jwt-hs256'}
            autocomplete="off"
            spellcheck={false}
            maxLength={4000}
            dir="ltr"
          />
        </label>
      )}
      {vendor.asks?.map(({ id, label, organisation }) => (
        <label key={id}>
          {label}
          <input name={`id:${id}`} required maxLength={200} defaultValue={ids?.[id] ?? ''} spellcheck={false} />
          {organisation && <small>{texts.organisation}</small>}
        </label>
      ))}
    </>
  )
}

const twoParts = ({ auth }: Connector): boolean => auth.kind === 'jwt-hs256' || auth.kind === 'basic'

/** What was typed, without the white space that copying brings along. */
export function keyGiven(form: HTMLFormElement, { asks }: Connector): KeyGiven {
  const typed = new FormData(form)
  const of = (name: string) => String(typed.get(name) ?? '').trim() || undefined
  const [label, secret] = [of('label'), of('secret')]
  const ids = Object.fromEntries((asks ?? []).flatMap(({ id }) => (of(`id:${id}`) ? [[id, of(`id:${id}`)!]] : [])))
  return {
    key: of('key') ?? 'none',
    ...(label && { label }),
    ...(secret && { secret }),
    ...(Object.keys(ids).length > 0 && { ids }),
  }
}
