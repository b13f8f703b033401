import * as z from '../../core/zod'
import { Instant } from '../../core/account'
import { Name } from '../../core/pricing'
import { Request } from '../../core/rate-card'
import type { Task } from '../../core/spend-plan'
import { Origin } from '../origin'
import { change, type Item } from '../storage'

const Count = z.int().check(z.gte(1), z.lte(10_000))

/** One thing the user means to make. `origin`: priced by the card of that site; without it by the bundled card of the provider. */
export const PlannedTask = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(60)),
  provider: Name,
  origin: z.optional(Origin),
  feature: Name,
  request: Request,
  /** How many wanted results, and how many presses each may take. */
  runs: Count,
  attempts: z.strictObject({ low: Count, high: Count }),
  /** Tasks of one moment are paid by priority, the highest first. */
  priority: z.int().check(z.gte(-1), z.lte(1)),
  at: z.optional(Instant),
})
export type PlannedTask = z.infer<typeof PlannedTask>

export const MOST_TASKS = 200

const PlannedTasks = z.strictObject({ tasks: z.array(PlannedTask).check(z.maxLength(MOST_TASKS)) })

/** The spend plan, as the user ordered it. Written by our own pages and the background. */
export const plannedTasks: Item<z.infer<typeof PlannedTasks>> = {
  key: 'plan',
  version: 1,
  schema: PlannedTasks,
  initial: () => ({ tasks: [] }),
  migrations: {},
}

export type NewTask = Pick<PlannedTask, 'provider' | 'origin' | 'feature'> & { request: Request }

export type Added = { added: boolean; tasks: number }

/** Puts a task at the end of the plan; a plan that is full stays as it is. Returns how many tasks there are, and whether it is among them. */
export async function addTask(task: NewTask, id: string): Promise<Added> {
  const request = task.request as PlannedTask['request']
  const fresh: PlannedTask = { ...task, request, id, runs: 1, attempts: { low: 1, high: 1 }, priority: 0 }
  const { tasks } = await change(plannedTasks, (was) =>
    was.tasks.length >= MOST_TASKS ? was : { tasks: [...was.tasks, fresh] },
  )
  return { added: tasks.some((one) => one.id === id), tasks: tasks.length }
}

/** By whose prices a task is paid: a site's own card is good for that site alone. */
export const holderOf = ({ origin, provider }: Pick<PlannedTask, 'origin' | 'provider'>): string => origin ?? provider

/** As the core wants it: paid by the holder, priced for the app where it came from a page. */
export function asTask(task: PlannedTask): Task {
  const { at, origin, ...rest } = task
  return {
    ...rest,
    provider: holderOf(task),
    ...(origin !== undefined && { surface: 'app' as const }),
    ...(at !== undefined && { at }),
  }
}
