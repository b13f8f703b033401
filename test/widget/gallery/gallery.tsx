import { render } from 'preact'
import { english, localeFor } from '../../../core/locales'
import { presentDimensions } from '../../../core/present'
import { qualifierText } from '../../../core/locales/estimates'
import { featureName, wordsOf } from '../../../core/labels'
import {
  AccountRow,
  Chip,
  Form,
  GrantList,
  LimitList,
  Notice,
  Panel,
  pageStyles,
  ListField,
} from '../../../widget/components'
import { base, tokens } from '../../../widget/tokens'
import { adopt } from '../../../widget/tokens/sheets'
import { account, card, now, states } from '../states'

const query = new URLSearchParams(location.search)
const locale = query.has('rtl') ? await localeFor('qps-rtl') : english
document.documentElement.dir = locale.dir
document.documentElement.style.colorScheme = query.get('scheme') ?? 'light'
const page = `body { font: 14px var(--sans); background: var(--surface); color: var(--text); margin: 16px; display: grid; gap: 20px; justify-items: start;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 330px), 1fr)); }
  section.state { display: grid; align-content: start; gap: 8px; justify-items: start; min-inline-size: 0; max-inline-size: 100%; } h2 { font-size: 11px; color: var(--quiet); }
  .frame { inline-size: 328px; max-inline-size: 100%; }`
adopt(document, tokens, base, ...pageStyles, page)

const full = { model: 'gen4', duration: '5', resolution: '720p', audio: true, voice: 'calm', variants: '1' }
function Gallery() {
  return (
    <>
      {states.map((state) => {
        const note = qualifierText(state.estimate, locale)
        return (
          <section class="state" key={state.name}>
            <h2>{state.name}</h2>
            <Chip estimate={state.estimate} standing={state.standing} locale={locale} qualifiers={note ? [note] : []} />
            {query.has('panels') && (
              <Panel
                {...state}
                locale={locale}
                title={featureName(card, state.feature)}
                reading={{ read: 5, all: 5 }}
                role="Viewer"
                {...(state.name === 'exact, enough' && {
                  worth: { amount: { low: '0.6', high: '0.6' }, currency: 'USD' },
                })}
              />
            )}
          </section>
        )
      })}
      <section class="state">
        <h2>short form, glyph</h2>
        <Chip estimate={states[0]!.estimate} standing={states[0]!.standing} locale={locale} form="short" />
        <Chip estimate={states[0]!.estimate} standing={states[0]!.standing} locale={locale} form="glyph" />
      </section>
      <section class="state">
        <h2>accounts</h2>
        <div class="frame">
          <AccountRow
            title="Nord Studio"
            account={account}
            spendable={{ left: '400' }}
            card={card}
            locale={locale}
            now={now}
          />
          <AccountRow title="Meshy" locale={locale} now={now} problem="key rejected" />
          <GrantList grants={account.grants!} currency="credits" locale={locale} now={now} />
          <LimitList account={account} locale={locale} now={now} />
        </div>
      </section>
      <section class="state">
        <h2>form</h2>
        <div class="frame">
          <Form
            id="f"
            dimensions={presentDimensions(card, 'video', full, new Date(now))}
            request={full}
            problems={{ variants: 'Variants 9 is outside what is offered' }}
            words={wordsOf(card, 'video')}
            locale={locale}
            List={ListField}
            onChange={() => {}}
          />
        </div>
      </section>
      <section class="state">
        <h2>list</h2>
        <div class="frame">
          <Form
            id="g"
            dimensions={presentDimensions(card, 'stitch', {}, new Date(now))}
            request={{ clips: ['4', '12'], hdr: false }}
            words={wordsOf(card, 'stitch')}
            locale={locale}
            List={ListField}
            onChange={() => {}}
          />
        </div>
      </section>
      <section class="state">
        <h2>notices</h2>
        <div class="frame">
          <Notice
            kind="error"
            text="The rate card could not be loaded."
            detail="HTTP 503"
            action={{ label: 'Try again', onPress() {} }}
          />
          <Notice kind="empty" text="No account yet." action={{ label: 'Add an account', onPress() {} }} />
          <Notice kind="loading" text="Loading prices" />
        </div>
      </section>
    </>
  )
}
render(<Gallery />, document.body)
