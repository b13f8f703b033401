export type Setting = string | number | boolean | null | Setting[]
export type Settings = Record<string, Setting | undefined>

/** A press the price page does not allow: `not_offered` is a combination not for sale, `bad_settings` a value no form sends. */
export class Refusal extends Error {
  constructor(
    readonly code: 'not_offered' | 'bad_settings',
    message: string,
    readonly setting?: string,
  ) {
    super(message)
  }
}
export const notForSale = (why: string, setting?: string) => new Refusal('not_offered', why, setting)
const bad = (setting: string, want: string) => new Refusal('bad_settings', `${setting}: ${want}`, setting)

export function choice<T extends string>(settings: Settings, name: string, options: readonly T[]): T {
  const found = options.find((option) => option === String(settings[name] ?? ''))
  if (found === undefined) throw bad(name, `one of ${options.join(', ')}`)
  return found
}

export function toggle(settings: Settings, name: string): boolean {
  const value = settings[name]
  if (typeof value !== 'boolean') throw bad(name, 'true or false')
  return value
}

/** A number between two ends; `tenths` allows one decimal, `free` any. */
export function number(
  settings: Settings,
  name: string,
  from: number,
  to: number,
  step: 'whole' | 'tenths' | 'free' = 'whole',
) {
  return within(settings[name], name, from, to, step)
}

export const orNotSet = <T>(settings: Settings, name: string, read: () => T): T | null =>
  settings[name] === null || settings[name] === undefined ? null : read()

export const orAuto = <T>(settings: Settings, name: string, read: () => T): T | 'auto' =>
  settings[name] === 'auto' ? 'auto' : read()

export function list(settings: Settings, name: string, most: number, from: number, to: number): number[] {
  const values = settings[name]
  if (!Array.isArray(values) || values.length < 1 || values.length > most) throw bad(name, `1 to ${most} numbers`)
  return values.map((value) => within(value, name, from, to, 'whole'))
}

function within(value: Setting | undefined, name: string, from: number, to: number, step: 'whole' | 'tenths' | 'free') {
  const read = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value
  if (typeof read !== 'number' || !(read >= from && read <= to)) throw bad(name, `a number from ${from} to ${to}`)
  if (step === 'whole' && !Number.isInteger(read)) throw bad(name, 'a whole number')
  if (step === 'tenths' && Math.round(read * 10) / 10 !== read) throw bad(name, 'a number of tenths')
  return read
}

/** Tenths of a second as an integer, so that products stay whole. */
export const inTenths = (seconds: number): number => Math.round(seconds * 10)

/** Started blocks: 61 in blocks of 30 is 3. */
export const started = (count: number, block: number): number => Math.ceil(count / block)
