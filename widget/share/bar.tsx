import type { Locale } from '../../core/locales'
import { fill } from '../../core/locales/message'

export type BarProps = {
  locale: Locale
  /** What was just done, or why it could not be. */
  said: string
  /** What the browser did not allow to be copied: to be copied by hand. */
  byHand?: string | undefined
  copy: { link?: () => void; text?: () => void; json?: () => void }
  tool?: { href: string; open: (event: Event) => void }
  balance?: () => void
}

/** Quiet actions under a price: copy it, open the tool with it, reckon with one's own balance. */
export function Bar({ locale, said, byHand, copy, tool, balance }: BarProps) {
  const { share } = locale.messages
  const consent = balance && fill(share.consent, { site: location.host }, locale)
  return (
    <div class="share" part="actions">
      {(['link', 'text', 'json'] as const).map(
        (what) =>
          copy[what] && (
            <button key={what} type="button" onClick={copy[what]}>
              {share[what]}
            </button>
          ),
      )}
      {tool && (
        <a key="tool" href={tool.href} target="_blank" rel="noreferrer" onClick={tool.open}>
          {share.tool}
        </a>
      )}
      {balance && (
        <button key="balance" type="button" title={consent} aria-describedby="consent" onClick={balance}>
          {share.balance}
        </button>
      )}
      {balance && (
        <small key="consent" id="consent">
          {consent}
        </small>
      )}
      <span key="said" role="status">
        {said}
      </span>
      {byHand && (
        <textarea
          key="byHand"
          aria-label={share.refused}
          readOnly
          rows={2}
          value={byHand}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  )
}

export const barStyle = `
.share { display: flex; flex-wrap: wrap; gap: calc(var(--u) * 1) calc(var(--u) * 4); align-items: baseline; margin-block-start: var(--u); }
.share button { border: 0; padding: 0; min-block-size: 24px; background: none; color: inherit; text-decoration: underline; text-underline-offset: .2em; cursor: pointer; }
.share a { min-block-size: 24px; display: inline-flex; align-items: center; }
.share small { flex-basis: 100%; font-size: .95em; }
.share textarea { flex-basis: 100%; box-sizing: border-box; min-inline-size: 0; font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: var(--radius); padding: var(--u) calc(var(--u) * 2); }
@media print { .share { display: none; } }
`
