import { boxStyle, hostStyle } from '../calculator.css'
import { markStyle } from '../components/mark'
import { noticeStyle } from '../components/notice'
import { base } from '../tokens'

const table = `
.scroll { overflow-x: auto; padding: 0 !important; }
.scroll:focus-visible { outline-offset: -2px; }
table { border-collapse: collapse; inline-size: 100%; font-size: .94em; }
caption { text-align: start; max-inline-size: 100cqi; padding: calc(var(--u) * 3) calc(var(--u) * 4); font-weight: 600; }
caption small { display: block; font-weight: 400; font-size: .88em; }
th, td { padding: calc(var(--u) * 2) calc(var(--u) * 4); text-align: start; vertical-align: top; border-block-start: 1px solid var(--line); font-weight: 400; }
thead th { font-size: .88em; color: var(--quiet); vertical-align: bottom; background: var(--sunken); }
thead small { display: block; font-size: .9em; }
tbody th { font-weight: 600; min-inline-size: 6em; overflow-wrap: break-word; }
td button { border: 0; padding: 0; background: none; color: var(--accent); text-decoration: underline; text-underline-offset: .2em; cursor: pointer; text-align: start; }
td small { display: block; font-size: .8em; }
td small.quiet::first-letter { text-transform: uppercase; }
.lowest { color: var(--accent); }
@media print { .box, .scroll { overflow: visible; } .n { white-space: normal; } tr { break-inside: avoid; } }
`
export const tableStyles = [base + hostStyle + boxStyle + markStyle + noticeStyle + table]
