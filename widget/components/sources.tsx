import type { Locale } from '../../core/locales'
import { datedText } from '../../core/locales/estimates'
import type { Source } from '../../core/rate-card'
import type { Estimate } from '../../core/result'

/** Where the prices were published and as of when, with a copy by others named as one. */
export function Sources({ estimate, locale }: { estimate: Estimate; locale: Locale }) {
  return (
    <ul class="sources">
      {estimate.sources.map(({ id, source }) => (
        <li key={id}>
          {sourceText(source, locale)}
          {' · '}
          <a href={source.url} target="_blank" rel="noreferrer">
            {locale.messages.qualifier.source}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** "prices of 21 Apr 2026, third-party copy"; an undated source speaks in its own words. */
function sourceText({ seenOn, words, grade }: Source, locale: Locale): string {
  const { qualifier } = locale.messages
  const dated = datedText(seenOn, locale) ?? words ?? qualifier.undated
  return grade === 'first-party' ? dated : `${dated}, ${qualifier[grade]}`
}
