export const pickerStyle = `
.picker-layer { position: fixed; inset: 0; inline-size: 100vw; block-size: 100vh; margin: 0; padding: 0; border: 0; background: none; overflow: visible; pointer-events: none; color: var(--text); }
.frame { position: fixed; inset: 0 auto auto 0; box-sizing: border-box; border-radius: 6px; border: 2px solid var(--accent); opacity: .55; }
.frame.marked { opacity: 1; background: color-mix(in srgb, var(--accent) 14%, transparent); }
.picker { pointer-events: auto; position: fixed; inset-block-end: 16px; inset-inline-end: 16px; inline-size: 380px; max-inline-size: calc(100vw - 32px); max-block-size: min(560px, calc(100vh - 32px));
  overflow: auto; display: flex; flex-direction: column; gap: 12px; padding: 16px; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); box-shadow: var(--shadow); font: 13px/1.45 var(--sans); text-align: start; }
.picker header { display: flex; justify-content: space-between; align-items: baseline; gap: 12px; }
.picker h2 { font-size: 15px; }
.picker button { padding: 4px 10px; border: 1px solid var(--line); border-radius: 6px; background: none; cursor: pointer; }
.picker button:hover { border-color: var(--accent); }
.picker button:disabled { opacity: .5; cursor: default; }
.picker .quiet-button { border: 0; text-decoration: underline; color: var(--quiet); padding: 0; }
.picker .strong { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; padding: 8px 16px; }
.picker > ul { min-block-size: 72px; margin-inline-end: -16px; padding-inline-end: 16px; overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; }
.picker-list { display: grid; gap: 4px; }
.picker-list button { inline-size: 100%; text-align: start; padding: 7px 10px; }
.picker-rows { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto; column-gap: 8px; }
.picker-rows > li { grid-column: 1 / -1; display: grid; grid-template-columns: subgrid; row-gap: 4px; align-items: center; padding-block: 6px; border-block-end: 1px solid var(--line); }
.picker-name { font-weight: 600; }
.lost { color: var(--warn); }
.means { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.means select { padding: 4px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
.picker-ways { display: flex; flex-wrap: wrap; gap: 4px; }
.picker-acts { display: flex; gap: 8px; }
@media (max-width: 430px) { .picker-rows { grid-template-columns: minmax(0, 1fr) auto; } .picker-ways { grid-column: 1 / -1; } }
@media (forced-colors: active) { .frame { border-color: Highlight; } .picker .strong { forced-color-adjust: none; } }
`
