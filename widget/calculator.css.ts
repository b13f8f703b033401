import { billStyle } from './components/bill'
import { formStyle } from './components/form'
import { base } from './tokens'

// The page's own brand colour where a documentation theme has one; sizes follow the page's font; the colour scheme is inherited.
export const hostStyle = `
:host { display: block; break-inside: avoid; --u: .25em; --radius: .5em; --surface: transparent; --bad: light-dark(#b3231b, #ff9a8f);
  --accent: var(--forecost-accent, var(--vp-c-brand-1, var(--ifm-color-primary, var(--sl-color-accent, light-dark(#0b6b74, #5ccfd6)))));
  --text: var(--forecost-text, currentColor); --line: var(--forecost-line, color-mix(in srgb, currentColor 20%, transparent));
  --sunken: var(--forecost-sunken, color-mix(in srgb, currentColor 5%, transparent)); --quiet: var(--forecost-quiet, color-mix(in srgb, currentColor 72%, transparent)); }
:host([hidden]) { display: none; }
:host([density=compact]) { --u: .18em; }
:host([density=roomy]) { --u: .34em; }
`

export const boxStyle = `
.box { container-type: inline-size; margin-block: 1em; border: 1px solid var(--line); border-radius: var(--radius); color: var(--text);
  font: inherit; font-size: var(--forecost-font-size, 1em); line-height: 1.45; text-align: start; overflow: hidden; }
.box > * { padding: calc(var(--u) * 4); }
.box > header, .box > footer { padding-block: calc(var(--u) * 2.5); }
.box > header { border-block-end: 1px solid var(--line); flex-wrap: wrap; row-gap: 0; }
.box > footer { border-block-start: 1px solid var(--line); }
.box > footer > * { font-size: .82em; }
.box footer a { color: inherit; }
.body, .controls { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(var(--u) * 4); align-items: start; }
.result { background: var(--sunken); border-radius: var(--radius); padding: calc(var(--u) * 4); display: grid; gap: calc(var(--u) * 2); }
.result > p:first-child { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: calc(var(--u) * 2.5); }
.result .n { white-space: normal; }
.total { font-size: 1.6em; line-height: 1.2; }
.note { font-size: .82em; padding-inline: calc(var(--u) * 2.5); border: 1px solid var(--line); border-radius: 1em; }
.reasons:empty { display: none; }
.reasons, .result .bill { font-size: .88em; }
.reasons li::first-letter { text-transform: uppercase; }
.result .bill { border-block-start: 1px solid var(--line); padding-block-start: calc(var(--u) * 2); }
.extras { display: flex; flex-wrap: wrap; align-items: end; gap: calc(var(--u) * 3); border-block-start: 1px solid var(--line); padding-block-start: calc(var(--u) * 4); }
.extras .field { flex: 1 5em; }
.extras .field:has(select) { flex: 2 8em; }
.extras .field input { inline-size: 100%; }
.box[data-theme] { color: CanvasText; background: Canvas; }
.box[data-theme=light] { color-scheme: light; }
.box[data-theme=dark] { color-scheme: dark; }
.waiting { min-block-size: var(--forecost-min-height, 28em); display: grid; align-content: center; }
.button { min-block-size: calc(var(--u) * 9); padding-inline: calc(var(--u) * 2.5); border: 1px solid var(--line); border-radius: calc(var(--radius) * .75); background: none; cursor: pointer; }
[role=alert] { color: var(--bad); margin-block-end: calc(var(--u) * 2); }
select option { background: Canvas; color: CanvasText; }
@container (inline-size > 36em) {
  .body { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .body .result { order: 1; position: sticky; inset-block-start: 1em; }
}
@media print { [type=range], .segments :not(:has(:checked)) { display: none; } }
`

export const calculatorStyles = [base + hostStyle + boxStyle + billStyle + formStyle]

const priceStyle = `
:host { display: inline; }
.n { white-space: normal; }
.note { font-size: .85em; opacity: .8; }
`

export const priceStyles = [base + priceStyle]
