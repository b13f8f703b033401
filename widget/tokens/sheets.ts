const sheets = new Map<string, CSSStyleSheet>()

/** One constructed sheet per text, shared by every root: it needs no `style-src` and no markup. */
export function sheetOf(css: string): CSSStyleSheet {
  let sheet = sheets.get(css)
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    sheets.set(css, sheet)
  }
  return sheet
}

/** Gives a root its styles, in order. */
export function adopt(root: Document | ShadowRoot, ...css: string[]): void {
  root.adoptedStyleSheets = css.map(sheetOf)
}
