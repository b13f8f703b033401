const luminanceOfDark = 0.35

/** Gives the chip the light or dark scheme of the place it stands on, now and when the page changes its theme. */
export function schemeOf(button: Element, host: HTMLElement, signal: AbortSignal): void {
  const page = button.ownerDocument
  const paint = () => host.style.setProperty('--forecost-scheme', isDark(button) ? 'dark' : 'light')
  const observer = new MutationObserver(paint)
  for (const themed of [page.documentElement, page.body]) observer.observe(themed, { attributes: true })
  page.defaultView!.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint, { signal })
  signal.addEventListener('abort', () => observer.disconnect())
  paint()
}

/** The first opaque ground behind the button tells; a page without one is as its own scheme says. */
function isDark(button: Element): boolean {
  for (let element = button.parentElement; element; element = element.parentElement) {
    const ground = channels(getComputedStyle(element).backgroundColor)
    if (ground) return luminance(ground) < luminanceOfDark
  }
  const scheme = getComputedStyle(button).colorScheme
  if (!scheme.includes('dark')) return false
  return !scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches
}

function channels(colour: string): [number, number, number] | undefined {
  const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  if (!colour.startsWith('rgb') || b === undefined || a < 0.5) return undefined
  return [r!, g!, b]
}

function luminance([r, g, b]: [number, number, number]): number {
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255
}
