import type { Locale } from '../../core/locales'
import { fill } from '../../core/locales/message'
import { dayText } from '../../core/locales/time'
import { isConfirmed } from '../connecting/confirmed'
import type { Connector } from '../connecting/connector'

export type SourceProps = {
  kind: 'key' | 'session' | 'page' | 'hand'
  vendor?: Pick<Connector, 'source' | 'origin'>
  origin?: string
  locale: Locale
}

/** How an account is read, and how sure that way is: documented by the vendor, or *unconfirmed*, with its source and day. */
export function Source({ kind, vendor, origin, locale }: SourceProps) {
  const { accounts: texts, qualifier } = locale.messages
  const host = new URL(vendor?.origin ?? origin ?? 'https://unknown.invalid').host
  if (kind === 'hand') return <>{texts.byHand}</>
  if (kind === 'page') return <>{fill(texts.byPage, { site: host }, locale)}</>
  if (kind === 'session') return <>{fill(texts.bySession, { site: host }, locale)}</>
  if (!vendor) return <>{texts.byKey}</>
  const { source } = vendor
  const seen = source.seenOn ? fill(texts.seen, { date: dayText(source.seenOn, locale) }, locale) : source.words
  return (
    <>
      {fill(texts.byKeyAt, { host }, locale)}
      {' · '}
      {!isConfirmed(vendor) && <b class="unconfirmed">{texts.unconfirmed}</b>}
      {!isConfirmed(vendor) && ' · '}
      {texts[`grade-${source.grade}`]}
      {seen && ` · ${seen}`}
      {' · '}
      <a href={source.url} target="_blank" rel="noreferrer noopener">
        {qualifier.source}
      </a>
    </>
  )
}
