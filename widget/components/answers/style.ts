import { answerLinesStyle } from './lines-style'

/** Lists and plots of the larger surfaces. */
export const answersStyle = `${answerLinesStyle}
.plan { display: grid; gap: calc(var(--u) * 2); font-variant-numeric: tabular-nums; }
.plan small { display: block; font-size: .85em; }
.forecast { margin: 0; display: grid; gap: var(--u); inline-size: 100%; }
.forecast svg { inline-size: 100%; block-size: 120px; direction: ltr; overflow: visible; }
.forecast path { fill: none; vector-effect: non-scaling-stroke; }
.forecast .axis { stroke: var(--line); }
.forecast .faint { stroke-dasharray: 2 4; }
.forecast .band { fill: var(--accent); opacity: .18; }
.forecast .likely { stroke: var(--accent); stroke-width: 2; stroke-dasharray: 5 4; }
.forecast .past { stroke: var(--accent); stroke-width: 2; }
.forecast .now { stroke: var(--quiet); stroke-dasharray: 1 3; }
.forecast .out { stroke: var(--bad); stroke-width: 4; }
.forecast .scale, .forecast .dates { font-size: .85em; }
.forecast figcaption { display: grid; gap: var(--u); }
.legend { display: flex; flex-wrap: wrap; gap: var(--u) calc(var(--u) * 4); font-size: .85em; }
.legend li::before { content: ''; display: inline-block; inline-size: 18px; border-block-start: 2px solid var(--accent); vertical-align: middle; margin-inline-end: 6px; }
.legend .key-future::before { border-block-start-style: dashed; }
.legend .key-out::before { border-color: var(--bad); border-block-start-width: 4px; }
.plan ol { display: grid; gap: var(--u); }
.plan .n { text-align: end; }
.plan .event { font-size: .9em; }
.plan .end { color: var(--bad); font-weight: 600; border-block-start: 2px solid var(--bad); padding-block-start: var(--u); }
.plan [data-short=sure] .n { color: var(--bad); }
.plan [data-short=maybe] .n { color: var(--warn); }
.plan footer { border-block-start: 1px solid var(--line); padding-block-start: calc(var(--u) * 2); }
@media (forced-colors: active) {
  .forecast path { forced-color-adjust: none; }
  .forecast .band { fill: CanvasText; opacity: .25; }
  .forecast .past, .forecast .likely { stroke: CanvasText; }
  .forecast .out { stroke: Highlight; stroke-width: 6; }
  .legend li::before { border-color: CanvasText; }
  .legend .key-out::before { border-color: Highlight; }
}
`
