/**
 * What scripts of one world hold: observers that watch, intervals, timers and frames not yet run, listeners on the document and the
 * window; and how many timers and frames were ever begun.
 */
export type Standing = { observers: number; intervals: number; pending: number; begun: number; listeners: number }

/** A script for a world of its own: from then on all that is made there is counted. `forecostLedger()` tells the count. */
export const ledgerScript = `(() => {
  const observers = new Set(), pending = new Set(), intervals = new Set(), listeners = new Set()
  let begun = 0
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'PerformanceObserver']) {
    const Native = globalThis[name]
    globalThis[name] = class extends Native {
      observe(...given) { observers.add(this); return super.observe(...given) }
      disconnect() { observers.delete(this); return super.disconnect() }
    }
  }
  const wrap = (start, stop) => {
    const begin = globalThis[start].bind(globalThis), end = globalThis[stop].bind(globalThis)
    globalThis[start] = (act, ...rest) => {
      begun++
      const id = begin((...given) => { pending.delete(start + id); return act(...given) }, ...rest)
      pending.add(start + id)
      return id
    }
    globalThis[stop] = (id) => { pending.delete(start + id); return end(id) }
  }
  wrap('setTimeout', 'clearTimeout')
  wrap('requestAnimationFrame', 'cancelAnimationFrame')
  const every = setInterval.bind(globalThis), never = clearInterval.bind(globalThis)
  globalThis.setInterval = (...given) => { const id = every(...given); intervals.add(id); return id }
  globalThis.clearInterval = (id) => { intervals.delete(id); return never(id) }
  const { addEventListener, removeEventListener } = EventTarget.prototype
  const key = (on, type, capture) => on + type + capture
  const ids = new WeakMap()
  let last = 0
  const idOf = (it) => { if (!ids.has(it)) ids.set(it, ++last); return ids.get(it) + ' ' }
  const captures = (given) => typeof given === 'boolean' ? given : !!given?.capture
  EventTarget.prototype.addEventListener = function (type, hear, given) {
    const on = this ?? globalThis
    if (hear && (on === globalThis || on === document)) {
      const name = key((on === document) + ' ', type + ' ', captures(given) + ' ' + idOf(hear))
      if (!given?.signal?.aborted) listeners.add(name)
      given?.signal?.addEventListener('abort', () => listeners.delete(name), { once: true })
    }
    return addEventListener.call(on, type, hear, given)
  }
  EventTarget.prototype.removeEventListener = function (type, hear, given) {
    const on = this ?? globalThis
    if (hear) listeners.delete(key((on === document) + ' ', type + ' ', captures(given) + ' ' + idOf(hear)))
    return removeEventListener.call(on, type, hear, given)
  }
  globalThis.forecostLedger = () => ({ observers: observers.size, intervals: intervals.size, pending: pending.size, begun, listeners: listeners.size })
})()`
