import { pageStyles } from '../../widget/components'
import { base, tokens } from '../../widget/tokens'
import { adopt } from '../../widget/tokens/sheets'
import { english, type Locale } from '../../core/locales'
import { chosenLocale } from '../locale'

/** Prepares one of our own pages: styles, language, direction. Returns the language. */
export async function openPage(...styles: string[]): Promise<Locale> {
  adopt(document, tokens, base, pageStyle, ...pageStyles, ...styles)
  const locale = await chosenLocale().catch(() => english)
  document.documentElement.lang = locale.intl
  document.documentElement.dir = locale.dir
  return locale
}

const pageStyle = `
:root { color-scheme: light dark; }
body { margin: 0; background: var(--surface); color: var(--text); font: 14px/1.45 var(--sans); }
h1 { font-size: 1.05em; margin: 0; }
h2 { font-size: .85em; font-weight: 600; color: var(--quiet); }
.primary { padding: 8px 14px; border: 0; border-radius: var(--radius); background: var(--accent); color: var(--on-accent); font-weight: 600; cursor: pointer; }
.primary:hover { filter: brightness(1.06); }
.link { border: 0; padding: 0; background: none; color: var(--accent); text-decoration: underline; cursor: pointer; }
.notice-line { color: var(--warn); font-size: .9em; }
/* Without its own colours the browser would lay a plate of the ground behind the words. */
@media (forced-colors: active) { .primary { border: 1px solid ButtonText; forced-color-adjust: none; } }
`
