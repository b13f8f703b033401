import { signal } from '@preact/signals'

/** The address within the studio. Changes without loading a page. */
export const path = signal(location.pathname)
addEventListener('popstate', () => (path.value = location.pathname))

/** Where a visitor wanted to go before being asked who they are. */
export const wanted = signal('/create/image')

const kept = ['markup', 'dir', 'theme', 'quote', 'churn', 'bare']

/** The address of a page of the studio, with the switches of this visit (?markup=off and the like). */
export function to(page: string): string {
  const switches = new URLSearchParams(location.search)
  for (const name of [...switches.keys()]) if (!kept.includes(name)) switches.delete(name)
  const query = switches.toString()
  return query ? `${page}?${query}` : page
}

export function go(page: string): void {
  history.pushState(null, '', to(page))
  path.value = page
  scrollTo(0, 0)
}

/** Lets a plain link inside the studio change the page without a load. */
export function follow(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.('a')
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
  const inside = link.origin === location.origin && !link.target && !/^\/(help|api|assets|widget)\b/.test(link.pathname)
  if (!inside) return
  event.preventDefault()
  go(link.pathname)
}
