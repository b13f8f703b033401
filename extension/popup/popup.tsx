import { fill } from '../../core/locales/message'
import { agoText } from '../../core/locales/time'
import { requestStyle } from '../../widget/components/admin-request'
import { browser } from '../browser'
import { presentIn } from '../linked'
import { Accounts } from './accounts'
import { AlertLines } from './alert-lines'
import { Foot } from './foot'
import { ReadHere } from './read-here'
import { LastRuns } from './last-runs'
import type { Popup } from './state'
import { ThisPage } from './this-page'

/** The toolbar popup: this page, then every account. */
export function PopupPage({ popup }: { popup: Popup }) {
  const { messages } = popup.locale
  return (
    <main class="popup">
      <header class="row">
        <h1>
          <img src="/icon/32.png" width="20" height="20" alt="" /> Forecost
        </h1>
        <span class="tools">
          <Freshness popup={popup} />
          <button
            type="button"
            class="link"
            disabled={popup.refreshing.value}
            onClick={popup.refresh}
            aria-label={messages.popup.refresh}
            title={messages.popup.refresh}
          >
            ⟳
          </button>
          <button
            type="button"
            class="link"
            onClick={() => browser.runtime.openOptionsPage()}
            aria-label={messages.popup.settings}
            title={messages.popup.settings}
          >
            ⚙
          </button>
        </span>
      </header>
      {popup.full.value && (
        <p class="notice-line" role="status">
          {messages.problem.full}
        </p>
      )}
      <AlertLines popup={popup} />
      <section class="here" aria-labelledby="here">
        <h2 id="here">{messages.popup.thisPage}</h2>
        <ThisPage popup={popup} />
        <ReadHere popup={popup} />
      </section>
      <section aria-labelledby="accounts">
        <h2 id="accounts">{messages.popup.accounts}</h2>
        <Accounts popup={popup} />
      </section>
      <LastRuns popup={popup} />
      <Foot popup={popup} />
    </main>
  )
}

function Freshness({ popup: { locale, sites, links, now, refreshing } }: { popup: Popup }) {
  const texts = locale.messages.popup
  const own = [...sites.value.values()].flatMap(({ accounts }) => accounts)
  const added = presentIn(links.value).flatMap(([, { account, kind }]) => (account && kind !== 'hand' ? [account] : []))
  const newest = Math.max(...[...own, ...added].map(({ readAt }) => readAt))
  if (refreshing.value) return <span class="quiet">{texts.refreshing}</span>
  if (!Number.isFinite(newest)) return null
  const age = agoText(Math.max(0, now.value - newest), locale)
  return <span class="quiet">{fill(texts.refreshed, { age }, locale)}</span>
}

export const popupStyle = `
${requestStyle}
.popup { inline-size: 360px; max-inline-size: 100%; display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; padding: 14px; }
@media (width > 420px) { .popup { margin-inline: auto; } }
.popup header { align-items: center; }
.popup header h1 { display: flex; align-items: center; gap: 8px; }
.popup h1, .tools button { flex: none; }
.tools { display: flex; align-items: center; gap: 10px; font-size: .9em; }
.tools .link { text-decoration: none; font-size: 1.15em; line-height: 1; padding: 4px; }
.popup section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
.popup section > .link, .popup section > .button, .accounts .link { justify-self: start; }
.here { padding: 12px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--sunken); }
.here .primary { justify-self: start; }
.run { flex-wrap: wrap; gap: 0 12px; }
.run .n { white-space: normal; text-wrap: balance; }
.run .mark { display: inline-block; color: var(--accent); }
.run[data-state=short] .mark, .run[data-state=not-permitted] .mark { color: var(--bad); }
.run[data-state=low] .mark, .run[data-state=limit] .mark { color: var(--warn); }
.accounts > li + li { border-block-start: 1px solid var(--line); padding-block-start: 10px; margin-block-start: 10px; }
.accounts summary { cursor: pointer; font-size: .85em; }
.accounts details[open] { display: grid; gap: 8px; padding-block-end: 4px; }
.last { display: grid; gap: 4px; }
.last small { font-size: .85em; }
.popup footer { display: flex; gap: 16px; border-block-start: 1px solid var(--line); padding-block-start: 10px; font-size: .9em; }
`
