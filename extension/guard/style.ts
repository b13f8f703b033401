export const dialogStyle = `
.ask { inline-size: 380px; max-inline-size: calc(100vw - 32px); max-block-size: calc(100vh - 32px); overflow: auto; box-sizing: border-box; margin: auto; padding: 20px;
  border: 1px solid var(--line); border-radius: 12px; background: var(--surface); color: var(--text); box-shadow: var(--shadow);
  font: 14px/1.5 var(--sans); text-align: start; }
.ask[open] { display: grid; gap: 12px; }
.ask::backdrop { background: #0006; }
.asks { display: flex; gap: 8px; align-items: baseline; font-size: 16px; font-weight: 650; }
.asks .mark { color: var(--bad); }
.answers { display: flex; flex-wrap: wrap; gap: 8px; }
.answers button { flex: 1 1 auto; padding: 9px 16px; border-radius: 8px; font-weight: 600; cursor: pointer; }
.safe { border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); }
.other { border: 1px solid var(--line); background: none; }
.ask .quiet { font-size: 12.5px; }
.only { display: flex; gap: 8px; align-items: center; border-block-start: 1px solid var(--line); padding-block-start: 12px; font-size: 13px; }
.only input { inline-size: 16px; block-size: 16px; accent-color: var(--accent); }
@media (forced-colors: active) { .safe { border: 2px solid ButtonText; forced-color-adjust: none; } }
`
