import { languages, shipped } from '../../core/locales/languages'
import { fill } from '../../core/locales/message'
import { BackupChoices, backupStyle } from './backup'
import { GuardChoices } from './guard'
import { Alerts } from './alerts'
import { Accounts } from './accounts/section'
import { Locked, PolicySection, policyStyle } from './policy'
import { Sites } from './sites'
import type { Options } from './state'
import { TaughtSection } from './taught'
import { UpdatesSection, updatesStyle } from './updates'

/** Settings, sites and what is kept, with the way to be rid of all of it. */
export function OptionsPage({ options }: { options: Options }) {
  const { locale, said, aside } = options
  const texts = locale.messages.options
  return (
    <main class="options">
      <h1>
        <img src="/icon/48.png" width="32" height="32" alt="" /> {texts.title}
      </h1>
      <p class="quiet">{texts.privacy}</p>
      <p role="status" class="said">
        {said}
      </p>
      <PolicySection options={options} />
      <section aria-labelledby="accounts">
        <h2 id="accounts">{locale.messages.accounts.title}</h2>
        <Accounts links={options.links} />
      </section>
      <section aria-labelledby="alerts">
        <h2 id="alerts">{locale.messages.alerts.title}</h2>
        <Alerts locale={locale} />
      </section>
      <section aria-labelledby="sites">
        <h2 id="sites">{texts.sites}</h2>
        <Sites options={options} />
      </section>
      <TaughtSection taught={options.taught} />
      <section aria-labelledby="yours">
        <h2 id="yours">{texts.yours}</h2>
        <Choices options={options} />
      </section>
      <section aria-labelledby="guard">
        <h2 id="guard">{locale.messages.guard.title}</h2>
        <GuardChoices options={options} />
      </section>
      <UpdatesSection updates={options.updates} />
      <section aria-labelledby="stored">
        <h2 id="stored">{texts.stored}</h2>
        {aside.value.length > 0 && (
          <p class="notice-line">{fill(texts.corrupt, { list: aside.value.join(', ') }, locale)}</p>
        )}
        <BackupChoices backups={options.backups} />
        <Stored options={options} />
      </section>
    </main>
  )
}

const minutes = [0, 5, 15, 30, 60]

/** A language in its own words: who looks for it may read no other. */
const languageName = (tag: string): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag

function Choices({ options }: { options: Options }) {
  const { locale, chosen, edit, managed } = options
  const locked = managed.value.policy.settings
  const texts = locale.messages.options
  return (
    <div class="choices">
      <label for="language">{texts.language}</label>
      <select
        id="language"
        disabled={locked?.language !== undefined}
        value={chosen.value.language}
        onChange={(event) => void edit({ language: event.currentTarget.value }).then(() => location.reload())}
      >
        <option value="browser">{texts.browserLanguage}</option>
        {shipped().map((tag) => (
          <option key={tag} value={tag}>
            {languages[tag]!.draft ? fill(texts.draft, { language: languageName(tag) }, locale) : languageName(tag)}
          </option>
        ))}
      </select>
      {locked?.language !== undefined && <Locked options={options} />}
      <label for="refresh">{texts.refreshEvery}</label>
      <select
        id="refresh"
        disabled={locked?.refreshEvery !== undefined}
        value={String(chosen.value.refreshEvery)}
        onChange={(event) => void edit({ refreshEvery: Number(event.currentTarget.value) })}
      >
        {minutes.map((n) => (
          <option key={n} value={String(n)}>
            {n === 0 ? texts.never : fill(texts.every, { n }, locale)}
          </option>
        ))}
      </select>
      {locked?.refreshEvery !== undefined && <Locked options={options} />}
    </div>
  )
}

function Stored({ options }: { options: Options }) {
  const texts = options.locale.messages.options
  const { confirming } = options
  return (
    <div class="stored">
      {!confirming.value && (
        <p>
          <button type="button" class="button danger" onClick={() => (confirming.value = true)}>
            {texts.delete}
          </button>{' '}
          <span class="quiet">{texts.deleteWhy}</span>
        </p>
      )}
      {confirming.value && <Confirm options={options} />}
    </div>
  )
}

function Confirm({ options }: { options: Options }) {
  const texts = options.locale.messages.options
  return (
    <div class="confirm" role="alertdialog" aria-labelledby="confirm" aria-describedby="confirm-why">
      <p id="confirm">
        <b>{texts.confirm}</b>
      </p>
      <p id="confirm-why" class="quiet">
        {texts.deleteWhy}
      </p>
      <p>
        <button
          type="button"
          class="button"
          onClick={() => (options.confirming.value = false)}
          ref={(button) => button?.focus()}
        >
          {texts.no}
        </button>{' '}
        <button type="button" class="button danger" onClick={options.deleteEverything}>
          {texts.yes}
        </button>
      </p>
    </div>
  )
}

export const optionsStyle = `
${backupStyle}${policyStyle}${updatesStyle}
.options { max-inline-size: 640px; margin-inline: auto; padding: 32px 20px 64px; display: grid; gap: 20px; }
.options { grid-template-columns: minmax(0, 1fr); }
.options h1 { display: flex; align-items: center; gap: 12px; font-size: 1.5em; }
.options h2 { font-size: 1.05em; color: var(--text); }
.options section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; padding: 16px; border: 1px solid var(--line); border-radius: var(--radius); }
.options label:has(> input[type=checkbox]) { display: flex; gap: 8px; align-items: baseline; }
.options input[type=checkbox] { accent-color: var(--accent); flex: none; }
.options [role=status]:empty, .options ul:empty { display: none; }
.choices { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, auto); gap: 12px; align-items: center; }
.choices > .quiet { grid-column: 1 / -1; }
.choices input, .choices select { max-inline-size: 100%; min-inline-size: 0; }
@media (width < 420px) { .choices:has(> select[id]) { grid-template-columns: minmax(0, 1fr); gap: 6px; } }
.choices select { padding: 6px 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
.guard-above { inline-size: 8em; padding: 6px 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
.stored { display: grid; gap: 12px; }
.danger { border-color: var(--bad); color: var(--bad); }
.confirm { display: grid; gap: 8px; padding: 12px; border: 1px solid var(--bad); border-radius: var(--radius); }
.site { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; }
.site + .site { border-block-start: 1px solid var(--line); padding-block-start: 10px; margin-block-start: 10px; }
.site b { overflow-wrap: anywhere; }
.add { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 6px 8px; border-block-start: 1px solid var(--line); padding-block-start: 12px; }
.add label { grid-column: 1 / -1; }
.add input { padding: 6px 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
.site-acts { display: flex; gap: 8px; align-items: center; }
`
