import type { Dimension } from '../../core/pricing'
import type { Label } from '../../core/rate-card'
import type { Value } from '../../core/pricing'
import type * as z from '../../core/zod'
import { measure } from './measure'
import type { Shown } from './shown'
import { sameWords } from './words'

type Words = z.infer<typeof Label>

/**
 * What a control's state means to the card: a value of the dimension, null where the page says it is not there.
 * A word the card does not list comes back as it stands, so that the estimate can say so. Undefined: unread.
 */
export function interpret(shown: Shown, dimension: Dimension | Dimension[], label: Words = {}): Value | undefined {
  if (shown.stated === '') return null
  const alternatives = Array.isArray(dimension) ? dimension : [dimension]
  for (const alternative of alternatives) {
    const known = byType(shown, alternative, label)
    if (known !== undefined) return known
  }
  return alternatives.some((d) => d.type === 'choice') ? unlisted(shown) : undefined
}

function byType(shown: Shown, dimension: Dimension, label: Words): Value | undefined {
  if (dimension.type === 'choice') return choice(shown, dimension.options, label)
  if (dimension.type === 'toggle') return toggle(shown)
  return amount(shown, dimension)
}

/** The option meant: by the page's own word, by value, by text, by a label the card knows. */
function choice(shown: Shown, options: string[], label: Words): string | undefined {
  if (shown.stated !== undefined) return options.find((option) => option === shown.stated)
  const candidates = [shown.value, shown.text].filter((c) => c !== undefined)
  for (const candidate of candidates) {
    const option = named(candidate, options, label)
    if (option !== undefined) return option
  }
  if (!options.every((option) => /^\d+(\.\d+)?$/.test(option))) return undefined
  const measured = measure(shown.text ?? shown.value ?? '')
  return options.find((option) => Number(option) === Number(measured ?? NaN))
}

function named(words: string, options: string[], label: Words): string | undefined {
  const same = options.filter((option) => option === words)
  if (same.length === 1) return same[0]
  const alike = options.filter(
    (option) => sameWords(option, words) || label.options?.[option]?.some((name) => sameWords(name, words)),
  )
  return alike.length === 1 ? alike[0] : undefined
}

/** The words on the page, for an option the card does not list. */
function unlisted(shown: Shown): string | undefined {
  const words = (shown.stated ?? shown.text ?? shown.value)?.replace(/\p{C}/gu, '').trim().slice(0, 120)
  return words || undefined
}

const yes = ['true', 'on', 'yes', '1']
const no = ['false', 'off', 'no', '0']

function toggle(shown: Shown): boolean | undefined {
  if (shown.on !== undefined) return shown.on
  if (shown.of === 'files') return (shown.count ?? 0) > 0
  for (const word of [shown.stated, shown.value, shown.text]) {
    if (word === undefined) continue
    if (yes.some((y) => sameWords(y, word))) return true
    if (no.some((n) => sameWords(n, word))) return false
  }
  return undefined
}

function amount(shown: Shown, dimension: Extract<Dimension, { type: 'number' | 'list' }>): string | undefined {
  if (shown.of === 'characters' && /byte/i.test(dimension.unit ?? '')) return undefined
  if (shown.count !== undefined) return String(shown.count)
  if (shown.stated !== undefined) return measure(shown.stated, dimension)
  return measure(shown.value || shown.text || '', dimension)
}
