import { computed, signal } from '@preact/signals'
import { featureName } from '../../core/labels'
import type { Locale } from '../../core/locales'
import { fill } from '../../core/locales/message'
import { spendPlan, type Holding } from '../../core/spend-plan'
import { change } from '../storage'
import { createDragging } from './dragging'
import { holdingsOf } from './holdings'
import { addTask, asTask, holderOf, MOST_TASKS, plannedTasks, type NewTask, type PlannedTask } from './tasks'

/** The spend plan page: the tasks as stored, what they come to, and what the user does to them. */
export function createPlan(locale: Locale) {
  const tasks = signal<PlannedTask[]>([])
  const holdings = signal<Map<string, Holding>>(new Map())
  const now = signal(Date.now())
  /** The task removed last and where it was, until something else is done. */
  const removed = signal<{ task: PlannedTask; at: number } | undefined>(undefined)
  const said = signal('')
  const texts = locale.messages.plan

  let stored = 0
  async function read() {
    const before = stored
    // In turn: behind what this page is storing.
    const kept = await change(plannedTasks, (was) => was)
    const at = Date.now()
    holdings.value = await holdingsOf(kept.tasks, at)
    // What the user did meanwhile is newer.
    if (stored === before) tasks.value = kept.tasks
    now.value = at
  }
  const priced = computed(() => tasks.value.filter((task) => holdings.value.has(holderOf(task))))
  /** Tasks whose site or vendor is not known any more: they are shown, and counted nowhere. */
  const lost = computed(() => tasks.value.filter((task) => !holdings.value.has(holderOf(task))))
  const plan = computed(() => spendPlan(priced.value.map(asTask), Object.fromEntries(holdings.value), now.value))
  const nameOf = ({ feature, ...task }: PlannedTask): string => {
    const card = holdings.value.get(holderOf(task))?.card
    return card ? featureName(card, feature) : feature
  }

  /** The order on the screen is the order that is stored: moment, then priority, then as the user put them. */
  const ordered = () => plan.value.lines.map(({ id }) => tasks.value.find((task) => task.id === id)!)
  /** Done at once to what is shown, and in turn to what is kept then: tasks may have come from elsewhere. */
  async function store(done: (tasks: PlannedTask[]) => PlannedTask[]) {
    stored++
    tasks.value = done(tasks.peek())
    await change(plannedTasks, (was) => ({ tasks: done(was.tasks) }))
  }
  /** Moves a task to a place in the list. It takes the priority found there; to another day it does not move. */
  async function move(id: string, to: number) {
    const list = ordered()
    const from = list.findIndex((task) => task.id === id)
    const there = list[to]
    if (from < 0 || !there || from === to) return
    const task = list[from]!
    if (there.at !== task.at) return void (said.value = fill(texts.notMoved, { name: nameOf(task) }, locale))
    const ids = list
      .toSpliced(from, 1)
      .toSpliced(to, 0, task)
      .map((one) => one.id)
    said.value = fill(texts.moved, { name: nameOf(task), n: to + 1, all: ids.length }, locale)
    // What is not in the list stands behind it.
    const placeOf = (one: PlannedTask) => (ids.includes(one.id) ? ids.indexOf(one.id) : ids.length)
    const sorted = (all: PlannedTask[]) => all.toSorted((a, b) => placeOf(a) - placeOf(b))
    await store((all) => sorted(edited(all, id, { priority: there.priority })))
  }
  const dragging = createDragging(
    (id, over) =>
      void move(
        id,
        plan.value.lines.findIndex((line) => line.id === over),
      ),
  )
  async function edit(id: string, part: Partial<PlannedTask>) {
    removed.value = undefined
    await store((all) => edited(all, id, part))
  }
  async function remove(id: string) {
    const at = tasks.value.findIndex((task) => task.id === id)
    const task = tasks.value[at]
    if (!task) return
    removed.value = { task, at }
    said.value = ''
    await store((all) => all.filter((one) => one.id !== id))
  }
  async function undo() {
    const last = removed.value
    if (!last) return
    removed.value = undefined
    const { tasks: kept } = await change(plannedTasks, (was) =>
      was.tasks.length >= MOST_TASKS ? was : { tasks: was.tasks.toSpliced(last.at, 0, last.task) },
    )
    if (!kept.includes(last.task)) {
      removed.value = last
      said.value = fill(texts.full, { n: MOST_TASKS }, locale)
    }
    // Nothing else may have needed its card and its account meanwhile.
    await read()
  }
  async function add(task: NewTask) {
    removed.value = undefined
    const { added } = await addTask(task, crypto.randomUUID())
    said.value = added ? '' : fill(texts.full, { n: MOST_TASKS }, locale)
    await read()
  }
  return {
    locale,
    tasks,
    holdings,
    now,
    removed,
    said,
    lost,
    plan,
    nameOf,
    read,
    move,
    dragging,
    edit,
    remove,
    undo,
    add,
  }
}
export type Plan = ReturnType<typeof createPlan>

const edited = (all: PlannedTask[], id: string, part: Partial<PlannedTask>): PlannedTask[] =>
  all.map((task) => (task.id === id ? { ...task, ...part } : task))
