import { signal } from '@preact/signals'

/** The row that is dragged, and the row whose place it would take. */
type Drag = { id: string; over: string }

/** How near the edge of the window a drag scrolls it, and by how much with each move; in pixels. */
const EDGE = 48
const STEP = 16

/**
 * Dragging of rows by a handle, with mouse, pen and finger: pointer events, because Firefox drags no button and no browser drags
 * by touch. `drop` is told which row takes whose place. Escape leaves everything as it is.
 */
export function createDragging(drop: (id: string, over: string) => void) {
  const drag = signal<Drag | undefined>(undefined)
  const end = () => void (drag.value = undefined)

  function move(event: PointerEvent) {
    if (!drag.value) return
    const y = event.clientY
    if (y < EDGE) scrollBy(0, -STEP)
    if (y > innerHeight - EDGE) scrollBy(0, STEP)
    const over = rowAt(event.currentTarget as HTMLElement, y)
    if (over !== undefined && over !== drag.value.over) drag.value = { ...drag.value, over }
  }
  function up() {
    const last = drag.value
    end()
    if (last && last.id !== last.over) drop(last.id, last.over)
  }
  const handle = (id: string) => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      ;(event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)
      drag.value = { id, over: id }
    },
    onPointerMove: move,
    onPointerUp: up,
    onPointerCancel: end,
  })
  const row = (id: string) => ({
    'data-task': id,
    'data-drag': drag.value && (drag.value.id === id ? 'dragged' : drag.value.over === id ? 'over' : undefined),
  })
  return { handle, row, end }
}
export type Dragging = ReturnType<typeof createDragging>

/** The row of the same list at a height. */
function rowAt(handle: HTMLElement, y: number): string | undefined {
  const rows = [...(handle.closest('ol')?.querySelectorAll<HTMLElement>('[data-task]') ?? [])]
  const at = rows.find((row) => y >= row.getBoundingClientRect().top && y < row.getBoundingClientRect().bottom)
  return at?.dataset.task
}
