import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks'

/** The height of every line of a table, in CSS pixels. */
export const LINE = 40

/** The lines of a long list that are in sight, for a scrolling box: however long the list, few elements are made. */
export function useVirtual(box: RefObject<HTMLElement | null>, count: number) {
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  const options = {
    count,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 8,
    scrollPaddingStart: LINE,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
  }
  const held = useRef<Virtualizer<HTMLElement, HTMLElement> | undefined>(undefined)
  held.current ??= new Virtualizer<HTMLElement, HTMLElement>(options)
  const virtual = held.current
  virtual.setOptions(options)
  useLayoutEffect(() => virtual._didMount(), [virtual])
  useLayoutEffect(() => virtual._willUpdate())
  return virtual
}
