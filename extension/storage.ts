import * as z from '../core/zod'
import { browser } from './browser'

/** One stored thing: its key, its present shape, and how every earlier shape becomes the next. */
export type Item<T> = {
  key: string
  version: number
  schema: z.ZodMiniType<T>
  initial: () => T
  /** `migrations[n]` turns shape n into shape n + 1. */
  migrations: { [from: number]: (old: unknown) => unknown }
}

const Version = z.int().check(z.gte(1))
/** Written as text: Chromium sorts the keys of a stored object, and the order of a card's dimensions and lines is its author's. */
const Envelope = z.union([
  z.strictObject({ v: Version, json: z.string() }),
  // As it was written once.
  z.strictObject({ v: Version, value: z.unknown() }),
])
const aside = 'aside:'

/**
 * Reads an item, migrated and checked. What cannot be read is put aside under `aside:<key>`, never thrown away, and the
 * initial value is returned.
 */
export async function load<T>(item: Item<T>): Promise<T> {
  const raw = (await browser.storage.local.get(item.key))[item.key]
  if (raw === undefined) return item.initial()
  const value = understood(item, raw)
  if (value !== undefined) return value
  await browser.storage.local.set({ [aside + item.key]: raw }).catch(() => undefined)
  return item.initial()
}

/** What was read last of each item: a card is long, read at every view and rarely another. Nothing that is read is ever changed in place. */
const lastRead = new Map<string, { json: string; value: unknown }>()

/** Reads a stored value that is already at hand, as `storage.onChanged` gives it; undefined: not understood. */
export function understood<T>(item: Item<T>, raw: unknown): T | undefined {
  const envelope = Envelope.safeParse(raw)
  if (!envelope.success || envelope.data.v > item.version) return undefined
  try {
    const kept = envelope.data
    const json = 'json' in kept ? kept.json : undefined
    const last = lastRead.get(item.key)
    if (json !== undefined && last?.json === json) return last.value as T
    let value: unknown = 'json' in kept ? JSON.parse(kept.json) : kept.value
    for (let v = envelope.data.v; v < item.version; v++) value = item.migrations[v]!(value)
    const parsed = item.schema.safeParse(value)
    if (!parsed.success) return undefined
    if (json !== undefined) lastRead.set(item.key, { json, value: parsed.data })
    return parsed.data
  } catch {
    return undefined
  }
}

/** Writes an item. When storage is full, what was put aside goes first; if that is not enough, it throws. */
export async function save<T>(item: Item<T>, value: T): Promise<void> {
  const record = { [item.key]: { v: item.version, json: JSON.stringify(value) } }
  try {
    await browser.storage.local.set(record)
    if (full !== false) await sayRoom()
  } catch {
    const keys = Object.keys(await browser.storage.local.get(null)).filter((key) => key.startsWith(aside))
    await browser.storage.local.remove(keys)
    try {
      await browser.storage.local.set(record)
    } catch (cause) {
      await sayFull()
      throw cause
    }
  }
}

/** Kept apart from what is full, so that our pages can say it. */
export const fullSince = 'full'
let full: boolean | undefined
/** Said once a start: whoever ran before us may have found it full. */
async function sayRoom(): Promise<void> {
  full = false
  await browser.storage.session.remove(fullSince)
}
async function sayFull(): Promise<void> {
  full = true
  try {
    await browser.storage.session.set({ [fullSince]: Date.now() })
  } catch {
    // Then nothing says it; what was kept is still there.
  }
}

const turns = new Map<string, Promise<unknown>>()

/** Does pieces of work of one name in turn: two of them never overlap. */
export function inTurnOf<T>(name: string, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(name) ?? Promise.resolve()).catch(() => undefined).then(work)
  turns.set(name, turn)
  return turn
}

/** Changes an item in turn: two changes of one item never overlap. Returns what is stored then. */
export function change<T>(item: Item<T>, edit: (value: T) => T): Promise<T> {
  return inTurnOf(item.key, async () => {
    const before = await load(item)
    const after = edit(before)
    if (after !== before) await save(item, after)
    return after
  })
}

/** Some parts of a value, or how they follow from it. */
export type PartOf<T> = Partial<T> | ((was: T) => Partial<T>)

/** Changes parts of an item, in turn. What follows from a choice before is made of what is kept then: what is shown may be older. */
export function changePart<T extends object>(item: Item<T>, part: PartOf<T>): Promise<T> {
  return change(item, (was) => ({ ...was, ...(typeof part === 'function' ? part(was) : part) }))
}

/** Every item of a kind, by the rest of its key. */
export async function loadAll<T>(prefix: string, itemOf: (rest: string) => Item<T>): Promise<Map<string, T>> {
  const all = await browser.storage.local.get(null)
  const found = new Map<string, T>()
  for (const [key, raw] of Object.entries(all)) {
    if (!key.startsWith(prefix)) continue
    const rest = key.slice(prefix.length)
    const value = understood(itemOf(rest), raw)
    if (value !== undefined) found.set(rest, value)
  }
  return found
}
