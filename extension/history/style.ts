import { LINE } from './virtual'

/** The history page; `base` and the page's own styles come first. */
export const historyStyle = `
.history { max-inline-size: 1280px; margin-inline: auto; padding: 24px 20px 96px; display: grid; gap: 20px; grid-template-columns: minmax(0, 1fr); }
.history h1 { display: flex; align-items: center; gap: 10px; font-size: 1.4em; }
.history h2 { font-size: .95em; color: var(--text); }
.history h3 { font-size: .9em; margin-block: 8px 4px; }
.history > header { flex-wrap: wrap; gap: 12px; }
.acts { display: flex; flex-wrap: wrap; gap: 8px; }
.filters { display: flex; flex-wrap: wrap; gap: 10px 14px; align-items: end; }
.filters label:not(.check) { display: grid; gap: 2px; font-size: .85em; color: var(--quiet); min-inline-size: 0; }
.filters select, .filters input:not([type=checkbox]), .tag-form input { padding: 6px 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); color: var(--text); max-inline-size: 240px; font-size: 14px; }
.filters .check { padding-block: 6px; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); gap: 20px; }
.plot { margin: 0; display: grid; gap: 6px; align-content: start; padding: 14px; border: 1px solid var(--line); border-radius: var(--radius); min-inline-size: 0; }
.plot h2 .quiet { font-weight: 400; }
.bars svg { inline-size: 100%; block-size: 120px; direction: ltr; overflow: visible; }
.bars rect { fill: var(--accent); }
.bars path { fill: none; stroke: var(--line); vector-effect: non-scaling-stroke; }
.bars .faint { stroke-dasharray: 2 4; }
.bars figcaption, .bars details, .bars .scale { font-size: .85em; }
.bars summary, .drift summary, .findings summary { cursor: pointer; }
.bars .changed { stroke: var(--warn); stroke-dasharray: 3 3; }
.prices { display: grid; gap: 4px; }
.bars .scroll { max-block-size: 220px; overflow: auto; }
.tool-bars { display: grid; gap: 8px; font-size: .92em; }
.plain-button { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 8px; inline-size: 100%; border: 0; padding: 0; background: none; text-align: start; cursor: pointer; }
.plain-button:hover span { text-decoration: underline; }
.tool-bars i { grid-column: 1 / -1; block-size: 5px; border-radius: 3px; background: var(--accent); forced-color-adjust: none; }
.lines { display: grid; grid-template-columns: minmax(0, 1fr) 280px; gap: 20px; align-items: start; }
.table-part { display: grid; gap: 8px; min-inline-size: 0; }
.table { block-size: min(64vh, 620px); overflow: auto; border: 1px solid var(--line); border-radius: var(--radius); position: relative; }
.all { position: relative; }
.line { display: grid; grid-template-columns: 32px 118px minmax(100px, 1fr) minmax(0, 1.6fr) 64px 68px 84px minmax(142px, 1fr) 32px minmax(0, .7fr); gap: 0 10px; align-items: center;
  block-size: ${LINE}px; padding-inline: 8px; inline-size: 100%; min-inline-size: 860px; font-size: .92em; }
.all .line { position: absolute; inset-block-start: 0; inset-inline-start: 0; border-block-end: 1px solid var(--line); cursor: default; }
.line .pick input { display: block; margin-inline: auto; accent-color: var(--accent); }
.line > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.line.head { position: sticky; inset-block-start: 0; z-index: 1; background: var(--sunken); font-size: .82em; color: var(--quiet); font-weight: 600; border-block-end: 1px solid var(--line); }
.line .said, .line .charged, .line .difference { text-align: end; }
.line:hover { background: color-mix(in srgb, var(--accent) 6%, transparent); }
.line[aria-selected=true] { background: color-mix(in srgb, var(--accent) 14%, transparent); }
.line[data-active] { box-shadow: inset 3px 0 0 var(--accent); }
[dir=rtl] .line[data-active] { box-shadow: inset -3px 0 0 var(--accent); }
[dir=rtl] .all :is(.tool, .settings) { unicode-bidi: plaintext; text-align: right; }
.table:focus-visible .line[data-active] { outline: 2px solid var(--accent); outline-offset: -2px; }
.line.go { font-weight: 600; cursor: pointer; background: var(--sunken); }
.line.go .whole { grid-column: 3 / 6; }
.line.go .status { grid-column: 8 / -1; }
.line.inside .time { padding-inline-start: 12px; }
.line .status { display: flex; align-items: center; gap: 6px; }
.line .status .mark { inline-size: 8px; block-size: 8px; color: var(--quiet); }
.line[data-status=charged] .mark.diamond, .line[data-status=refunded] .mark { color: var(--accent); }
.line .mark.triangle { color: var(--warn); }
.line .difference[data-way=more] { color: var(--bad); font-weight: 600; }
.line .difference[data-way=less] { color: var(--warn); font-weight: 600; }
.star { border: 0; background: none; padding: 4px; cursor: pointer; color: var(--quiet); font-size: 1.15em; line-height: 1; }
.star[aria-pressed=true] { color: var(--accent); }
.tags i { font-style: normal; font-size: .88em; padding: 1px 7px; border: 1px solid var(--line); border-radius: 99px; margin-inline-end: 4px; }
.under { display: flex; flex-wrap: wrap; gap: 4px 16px; justify-content: space-between; font-size: .85em; }
.bulk { display: flex; flex-wrap: wrap; gap: 8px 10px; align-items: center; padding: 8px 12px; border-radius: var(--radius); background: var(--sunken); }
.tag-form { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; }
.details-part { display: grid; gap: 10px; padding: 14px; border: 1px solid var(--line); border-radius: var(--radius); font-size: .92em; position: sticky; inset-block-start: 12px; }
.details-part dl { display: grid; gap: 4px; }
.details-part dl div { display: flex; justify-content: space-between; gap: 12px; }
.details-part dd { text-align: end; white-space: normal; overflow-wrap: anywhere; }
.details-part .tag-form { display: grid; }
.details-part .tag-form input { max-inline-size: 100%; inline-size: 100%; }
.moves { display: grid; gap: 6px; border-block-start: 1px solid var(--line); padding-block-start: 8px; }
.moves small { display: block; overflow-wrap: anywhere; }
.totals { display: grid; gap: 2px; padding: 14px; border-radius: var(--radius); background: var(--sunken); }
.totals .right { font-size: 1.1em; }
.totals .n { white-space: normal; }
.history > [aria-labelledby] { display: grid; gap: 10px; padding: 16px; border: 1px solid var(--line); border-radius: var(--radius); justify-items: start; }
.history table { border-collapse: collapse; font-size: .92em; }
.history caption { text-align: start; padding-block-end: 4px; }
.history th, .history td { text-align: start; padding-block: 4px; padding-inline: 0 18px; font-weight: 400; border-block-end: 1px solid var(--line); }
.history thead th { color: var(--quiet); font-size: .9em; }
.drift { display: grid; gap: 6px; padding: 12px; border: 1px solid var(--warn); border-radius: var(--radius); inline-size: 100%; }
.drift pre { max-block-size: 260px; overflow: auto; padding: 10px; background: var(--sunken); border-radius: 6px; font-size: .85em; direction: ltr; text-align: start; }
.findings { display: grid; gap: 8px; inline-size: 100%; }
.findings details { border-block-start: 1px solid var(--line); padding-block-start: 6px; }
.file { display: grid; gap: 4px; }
.danger { border-color: var(--bad); color: var(--bad); }
.empty { display: grid; gap: 8px; padding: 48px 0; text-align: center; justify-items: center; }
.empty p { max-inline-size: 460px; }
.none-match { padding: 32px; text-align: center; border: 1px dashed var(--line); border-radius: var(--radius); }
.done { position: fixed; inset-block-end: 20px; inset-inline: 0; margin-inline: auto; inline-size: fit-content; max-inline-size: calc(100vw - 40px); display: flex; gap: 14px; padding: 10px 16px; border-radius: var(--radius);
  background: var(--surface); border: 1px solid var(--line); box-shadow: var(--shadow); z-index: 3; }
.done.none { border: 0; padding: 0; box-shadow: none; }
@media (width <= 1000px) { .lines { grid-template-columns: minmax(0, 1fr); } .details-part { position: static; } }
@media (forced-colors: active) {
  .bars rect, .tool-bars i { fill: CanvasText; background: CanvasText; }
  .line[aria-selected=true] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  .line[data-active] { outline: 2px solid Highlight; outline-offset: -2px; }
}
`
