export type Setting = string | number | boolean | null | number[]
export type Values = Record<string, Setting>
export type Option = { value: string; text: string; note?: string }

type Common = {
  /** The dimension's name on the price page; a control without `priced` is sent nowhere and marked nowhere. */
  name: string
  label: string
  hint?: string
  when?: (values: Values) => boolean
  advanced?: true
  unpriced?: true
}
type OneOf = Common & { options: Option[] | ((values: Values) => Option[]); start: string }
type Counted = Common & { min: number; max: number; step?: number; unit?: string; start: number }

/** One control of a form. Kinds differ in how they are built, as on the pages of other makers. */
export type Control =
  | (OneOf & { kind: 'select' | 'radios' | 'cards' | 'segments' | 'listbox' | 'combobox' | 'tabs' })
  | (OneOf & { kind: 'either' })
  | (Counted & {
      kind: 'range' | 'slider' | 'number' | 'stepper'
      bounds?: (values: Values) => { min: number; max: number }
    })
  | (Common & { kind: 'switch' | 'checkbox' | 'pressed'; start: boolean })
  | (Common & { kind: 'unset-number'; min: number; max: number; placeholder: string })
  | (Counted & { kind: 'length' })
  | (Common & { kind: 'ticks'; options: Option[]; start: string[] })
  | (Common & { kind: 'shots'; start: number[] })
  | (Common & { kind: 'words'; rows: number; placeholder: string; counts?: 'characters' | 'lines'; max: number })
  | (Common & { kind: 'source'; of: 'picture' | 'video' | 'sound'; gives: Given[] })
export type Given = 'sourceSeconds' | 'sourceFps' | 'sourceFrames' | 'sourceWidth' | 'sourceHeight'

export type Form = {
  feature: string
  path: string
  title: string
  blurb: string
  icon: string
  group: 'Create' | 'Edit' | 'Upscale' | 'Audio' | '3D'
  art: 'picture' | 'film' | 'solid' | 'wave' | 'text'
  press: string
  /** Settings that a short form does not let the member choose. */
  fixed?: Record<string, string>
  controls: Control[]
}

export const is =
  (name: string, ...values: string[]) =>
  (given: Values) =>
    values.includes(String(given[name]))
export const named = (...texts: (string | [value: string, text: string, note?: string])[]): Option[] =>
  texts.map((one) =>
    typeof one === 'string' ? { value: one, text: one } : { value: one[0], text: one[1], note: one[2] },
  )
export const optionsOf = (control: Extract<Control, { options: unknown }>, values: Values): Option[] =>
  typeof control.options === 'function' ? control.options(values) : control.options
