import { fill } from '../../../core/locales/message'
import { AddAccount } from './add'
import { LinkedRow } from './row'
import { SessionRow } from './session-row'
import type { Links } from './state'

/** Every account Forecost reads, how each is read, and the ways to add one. */
export function Accounts({ links }: { links: Links }) {
  const { rows, sites, way, locale } = links
  const { accounts: texts } = locale.messages
  const signedIn = sites.value.filter(({ account, problem }) => account ?? problem)
  const none = rows.value.length === 0 && signedIn.length === 0
  return (
    <>
      {none && way.value === undefined && <p>{texts.first}</p>}
      {!none && (
        <ul class="links">
          {signedIn.map((one) => (
            <SessionRow key={one.origin} one={one} locale={locale} now={links.now.value} />
          ))}
          {rows.value.map(([id, kept]) => (
            <LinkedRow key={id} id={id} kept={kept} links={links} />
          ))}
        </ul>
      )}
      <Removed links={links} />
      {way.value === undefined ? (
        <p>
          <button type="button" class={none ? 'primary' : 'button'} onClick={() => (way.value = 'key')}>
            {texts.add}
          </button>
        </p>
      ) : (
        <AddAccount links={links} />
      )}
    </>
  )
}

function Removed({ links: { removed, undo, locale } }: { links: Links }) {
  const { accounts: texts } = locale.messages
  return (
    <p role="status" class="removed">
      {removed.value && (
        <>
          <span>{fill(texts.removed, { name: removed.value.title }, locale)}</span>{' '}
          <button type="button" class="button" onClick={undo}>
            {texts.undo}
          </button>
        </>
      )}
    </p>
  )
}

export const accountsStyle = `
.links { display: grid; gap: 14px; }
.links > li + li { border-block-start: 1px solid var(--line); padding-block-start: 14px; }
.links .acts { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 8px; }
.links .source { font-size: .85em; }
.unconfirmed { color: var(--warn); font-weight: 600; }
.outcome { margin-block-start: 6px; }
.outcome[data-ok=false] { color: var(--bad); }
.outcome[data-ok=true] { color: var(--accent); }
.removed { display: flex; gap: 12px; align-items: center; flex-wrap: wrap; padding: 10px 12px; background: var(--sunken); border-radius: var(--radius); }
.add-account { display: grid; gap: 14px; padding: 14px; background: var(--sunken); border-radius: var(--radius); }
.ways { display: flex; flex-wrap: wrap; gap: 6px; }
.ways label { display: inline-flex; align-items: center; gap: 6px; padding: 6px 12px; border: 1px solid var(--line); border-radius: 999px; cursor: pointer; background: var(--surface); }
.ways label:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.ways input { accent-color: var(--accent); }
.fields { display: grid; gap: 12px; }
.fields > label, .pair > label { display: grid; gap: 4px; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 12px; align-items: end; }
.fields input:not([type=radio]), .fields select { padding: 7px 9px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); min-inline-size: 0; inline-size: 100%; }
.fields small { color: var(--quiet); }
.vendors { max-block-size: 220px; overflow: auto; display: grid; gap: 2px; padding: 4px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
.vendors label { display: flex; gap: 8px; align-items: baseline; padding: 6px 8px; border-radius: 4px; cursor: pointer; }
.vendors label:has(:checked) { background: var(--sunken); font-weight: 600; }
.vendors label:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: -2px; }
.form-acts { display: flex; gap: 10px; align-items: center; flex-wrap: wrap; }
.key-form { margin-block-start: 10px; padding: 12px; background: var(--sunken); border-radius: var(--radius); }
`
