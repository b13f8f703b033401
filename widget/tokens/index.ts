/**
 * Colours, spaces, type and motion of our own surfaces. They follow the inherited `color-scheme`: never set here, so that a page with its own
 * switch is right. `--u` is one step of the 4 px grid; a surface in running text may make it relative to its font.
 */
export const tokens = `
:host, :root {
  --u: 4px;
  --text: light-dark(#16202a, #e9eef2);
  --quiet: light-dark(#55616d, #a3b0bb);
  --line: light-dark(#d9dfe4, #39434c);
  --surface: light-dark(#ffffff, #1a2026);
  --sunken: light-dark(#f1f4f6, #252d34);
  --accent: light-dark(#0b6b74, #5ccfd6);
  --on-accent: light-dark(#ffffff, #06282b);
  --warn: light-dark(#8f4e00, #f2b65a);
  --bad: light-dark(#b3231b, #ff9a8f);
  --radius: 8px;
  --shadow: 0 1px 2px light-dark(#16202a26, #0009), 0 8px 24px light-dark(#16202a1f, #0009);
  --sans: system-ui, sans-serif;
}
@media (forced-colors: active) {
  :host, :root {
    --text: CanvasText; --quiet: CanvasText; --line: CanvasText; --surface: Canvas; --sunken: Canvas;
    --accent: Highlight; --on-accent: HighlightText; --warn: CanvasText; --bad: CanvasText; --shadow: none;
  }
}
@media (prefers-reduced-motion: no-preference) {
  button, input, .fill { transition: background-color .12s, border-color .12s, inline-size .2s; }
}
`

/** What every surface starts from: box model, tabular numerals, focus ring, words for screen readers only. */
export const base = `
*, ::before, ::after { box-sizing: border-box; }
h2, h3, p, ul, ol, dl, dd, fieldset, legend { margin: 0; padding: 0; border: 0; }
ul, ol { list-style: none; }
button, input, select { font: inherit; color: inherit; margin: 0; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); }
.n { font-variant-numeric: tabular-nums; white-space: nowrap; }
.quiet { color: var(--quiet); }
.sr { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`
