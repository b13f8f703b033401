import type { Binder, Bound } from './bound'

const form = 'data-rate-card-feature'
const dimension = 'data-rate-card-dimension'
const generate = 'data-rate-card-generate'
const name = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/
const most = 300

/** Forms the page itself marks up: `data-rate-card-feature`, `-dimension`, `-value`, `-generate`. See docs/sites.md. */
export const markup: Binder = {
  how: 'markup',
  find: (root) =>
    [...root.querySelectorAll(`[${form}]`)]
      .slice(0, most)
      .filter((element) => name.test(element.getAttribute(form)!))
      .map(bind),
  balance: (root) => root.querySelector('[data-rate-card-balance]') ?? undefined,
}

function bind(root: Element): Bound {
  const own = (element: Element) => element.closest(`[${form}]`) === root
  return {
    how: 'markup',
    feature: root.getAttribute(form)!,
    root,
    controls: () =>
      [...root.querySelectorAll(`[${dimension}]`)]
        .slice(0, most)
        .filter(own)
        .map((element) => ({ dimension: element.getAttribute(dimension)!, element }))
        .filter((control) => name.test(control.dimension)),
    buttons: () => [...root.querySelectorAll<HTMLElement>(`[${generate}]`)].slice(0, most).filter(own),
  }
}
