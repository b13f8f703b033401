/** Millionths of a credit. Every price of the page is a whole number of them, so the studio counts in integers. */
export type Micro = number

/** Credits as written on the price page, in millionths. */
export const credits = (written: number): Micro => Math.round(written * 1_000_000)

/** Millionths as a decimal string: 5275000 is "5.275". */
export function printed(micro: Micro): string {
  if (!Number.isSafeInteger(micro)) throw new Error(`not a whole number of millionths: ${micro}`)
  const sign = micro < 0 ? '-' : ''
  const digits = String(Math.abs(micro)).padStart(7, '0')
  const fraction = digits.slice(-6).replace(/0+$/, '')
  return sign + digits.slice(0, -6) + (fraction ? '.' + fraction : '')
}

/** "12.5" in millionths; throws on anything that is not a plain decimal of at most six places. */
export function parsed(text: string): Micro {
  const parts = /^(-?)(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text)
  if (!parts) throw new Error(`not an amount of credits: ${text}`)
  const micro = Number(parts[2]) * 1_000_000 + Number((parts[3] ?? '').padEnd(6, '0'))
  return parts[1] ? -micro : micro
}

/** Whether a text is an amount of credits, not below zero. */
export const isAmount = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{1,9}(\.\d{1,6})?$/.test(value)
