/** The lines under a price and the answers behind one click, for the overlay. */
export const answerLinesStyle = `
.answers { display: grid; gap: var(--u); color: var(--quiet); border-block-start: 1px solid var(--line); padding-block-start: calc(var(--u) * 3); }
.answers [data-matters] { color: var(--text); font-weight: 600; }
.section { font-variant-numeric: tabular-nums; }
.section summary { display: flex; gap: calc(var(--u) * 2); align-items: baseline; cursor: pointer; }
.section summary::before { content: "▸"; color: var(--quiet); flex: none; }
.section[open] summary::before { content: "▾"; }
.section summary > * { min-inline-size: 0; overflow-wrap: anywhere; }
.section summary strong { margin-inline-start: auto; text-align: end; font-weight: 600; }
.section[open] { padding-block-end: var(--u); }
.section dl { display: grid; gap: calc(var(--u) * 1.5); padding-block: var(--u); padding-inline-start: calc(var(--u) * 4); }
.section > small { padding-inline-start: calc(var(--u) * 4); margin-block-start: var(--u); }
.section small { display: block; font-size: .85em; }
.section dd { display: grid; justify-items: end; text-align: end; flex: none; max-inline-size: 60%; }
.section dt { min-inline-size: 0; overflow-wrap: anywhere; }
.section[data-is=cheaper] dd { color: var(--accent); font-weight: 600; }
.section[data-is=compare] dd :not(:first-child) { color: var(--quiet); font-size: .85em; }
`
