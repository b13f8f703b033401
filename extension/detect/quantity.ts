import { measure, type Within } from '../binding/measure'
import { tokens } from './tokens'

/** Units by what they count, each with how many of the first it is. */
const families: Record<string, Record<string, number>> = {
  s: unit(
    [
      1,
      's sec secs second seconds sek sekunde sekunden secondes seconde segundo segundos secondi secondo seconden sekund сек секунд секунды saniye sn detik giây 秒 초 秒間 ثانية ثوان วินาที',
    ],
    [60, 'm min mins minute minutes minuten minuto minutos minuti мин минут минуты dakika menit 分 分钟 분 دقيقة'],
    [3600, 'h hr hour hours stunde stunden heure heures hora horas'],
  ),
  px: unit([1, 'px pixel pixels']),
  MP: unit([1, 'mp megapixel megapixels']),
  fps: unit([1, 'fps']),
}
const same: Record<string, string> = { min: 's', minutes: 's', h: 's', hours: 's', seconds: 's', second: 's', sec: 's' }

function unit(...rows: [number, string][]): Record<string, number> {
  return Object.fromEntries(
    rows.flatMap(([size, words]) => words.split(' ').flatMap((w) => tokens(w).map((t) => [t, size]))),
  )
}

/** The family of a card's unit ("min" counts seconds as "s" does), undefined for units such as "image". */
export function familyOf(cardUnit: string | undefined): string | undefined {
  if (cardUnit === undefined) return undefined
  const name = same[cardUnit] ?? cardUnit
  return Object.hasOwn(families, name) ? name : undefined
}

/** The words for a length of time that stand for nothing else. */
export const timeWords = Object.keys(families.s!).filter((word) => word.length > 3)

/** The families a word is a unit of. "m" alone is minutes on tool pages, never metres. */
export const familiesOf = (word: string): string[] =>
  Object.keys(families).filter((family) => Object.hasOwn(families[family]!, word))

export const isUnit = (word: string): boolean => familiesOf(word).length > 0

/**
 * The number of a text in the card's unit: "1 min" is 60 for seconds. `hint` holds the words around the control, where the unit
 * may stand instead. Undefined where the units disagree, or a word is no unit of the dimension.
 */
export function quantity(
  shown: string,
  cardUnit: string | undefined,
  hint: string[],
  within: Within,
): string | undefined {
  const text = shown.normalize('NFKC')
  const number = measure(text, within)
  if (number === undefined || number === 'auto') return number
  const family = familyOf(cardUnit)
  const written = unitsIn(tokens(text))
  const around = written.length > 0 ? written : unitsIn(hint)
  // 0:05 is a time already, in seconds.
  if (/\d:\d/.test(text)) return family === 's' ? inUnit(number, 1, family, cardUnit!) : undefined
  if (around.length === 0) return number
  if (family === undefined) return undefined
  const sizes = [...new Set(around.map((word) => families[family]![word]))]
  if (sizes.length !== 1 || sizes[0] === undefined) return undefined
  return inUnit(number, sizes[0], family, cardUnit!)
}

const unitsIn = (words: string[]) => words.filter(isUnit)

function inUnit(number: string, size: number, family: string, cardUnit: string): string | undefined {
  const own = cardUnit === family ? 1 : (families[family]![tokens(cardUnit)[0] ?? ''] ?? undefined)
  if (own === undefined) return undefined
  if (own === size) return number
  const scaled = (Number(number) * size) / own
  const text = String(scaled)
  return /^\d+(\.\d{1,9})?$/.test(text) ? text : undefined
}
