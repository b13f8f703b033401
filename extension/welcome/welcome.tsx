import { featureName, wordsOf } from '../../core/labels'
import { fill } from '../../core/locales/message'
import { providerName } from '../../core/rate-cards'
import { browser } from '../browser'
import { Form, Panel, ListField } from '../../widget/components'
import type { Trial } from './trial'

/** The first page after installing: a price at once, then how to see it on a tool's own page. */
export function WelcomePage({ trial }: { trial: Trial }) {
  const texts = trial.locale.messages.welcome
  return (
    <main class="welcome">
      <header>
        <img src="/icon/96.png" width="64" height="64" alt="" />
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
      </header>
      <section aria-labelledby="site">
        <h2 id="site">{texts.site}</h2>
        <p>{texts.siteSteps}</p>
        <p class="quiet">{texts.pin}</p>
      </section>
      <section aria-labelledby="try">
        <h2 id="try">{texts.try}</h2>
        <TryIt trial={trial} />
      </section>
      <ul class="promises">
        <li>{texts.promise1}</li>
        <li>{texts.promise2}</li>
        <li>{texts.promise3}</li>
      </ul>
      <p>
        <button type="button" class="link" onClick={() => browser.runtime.openOptionsPage()}>
          {texts.settings}
        </button>
      </p>
    </main>
  )
}

function TryIt({ trial }: { trial: Trial }) {
  const { card, feature, request, dimensions, price, locale, set, today } = trial
  if (!card.value || !price.value) return null
  const words = wordsOf(card.value, feature.value)
  return (
    <>
      <p class="quiet">{fill(locale.messages.welcome.tryWhy, { name: card.value.name }, locale)}</p>
      <div class="try">
        <div class="settings">
          <Choosers trial={trial} />
          <Form
            id="try"
            dimensions={dimensions.value}
            request={request.value}
            words={words}
            locale={locale}
            List={ListField}
            onChange={set}
          />
        </div>
        <div role="status">
          <Panel
            estimate={price.value}
            words={words}
            locale={locale}
            now={today.getTime()}
            title={featureName(card.value, feature.value)}
          />
        </div>
      </div>
    </>
  )
}

function Choosers({ trial: { card, feature, providers, choose, take, locale } }: { trial: Trial }) {
  const texts = locale.messages.welcome
  return (
    <>
      <label>
        {texts.provider}
        <select value={card.value!.provider} onChange={(event) => void choose(event.currentTarget.value)}>
          {providers.map((provider) => (
            <option key={provider} value={provider}>
              {providerName(provider)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.tool}
        <select value={feature.value} onChange={(event) => take(event.currentTarget.value)}>
          {Object.keys(card.value!.features).map((name) => (
            <option key={name} value={name}>
              {featureName(card.value!, name)}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

export const welcomeStyle = `
.welcome { max-inline-size: 820px; margin-inline: auto; padding: 48px 20px 80px; display: grid; gap: 28px; }
.welcome header { display: grid; justify-items: start; gap: 12px; }
.welcome h1 { font-size: 2em; line-height: 1.15; letter-spacing: -.01em; }
.lead { font-size: 1.15em; color: var(--quiet); }
.welcome section { display: grid; gap: 10px; padding: 20px; border: 1px solid var(--line); border-radius: 12px; }
.welcome h2 { font-size: 1.1em; color: var(--text); }
.try { display: grid; grid-template-columns: minmax(0, 1fr) 320px; gap: 24px; align-items: start; }
.settings { display: grid; gap: 14px; }
.settings > label { display: grid; gap: 4px; font-weight: 600; }
.settings select { padding: 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); font-weight: 400; }
@media (width < 700px) { .try { grid-template-columns: minmax(0, 1fr); } }
.promises { display: grid; gap: 8px; color: var(--quiet); }
.promises li::before { content: "◆"; color: var(--accent); margin-inline-end: 8px; }
`
