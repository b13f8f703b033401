import { settingsOf } from '../price-points'
import type { Dimension } from '../pricing'

/** What a dimension may be, in signs rather than words: "720p|1080p", "3..5 s (resolution 4K) | 3..12 s". */
export const allowedText = (def: Dimension | Dimension[]): string => [def].flat().map(variant).join(' | ')

function variant(def: Dimension): string {
  if (def.when === undefined) return values(def)
  const settings = settingsOf(def.when).map(([name, value]) => `${name} ${value}`)
  return `${values(def)} (${settings.join(', ')})`
}

function values(def: Dimension): string {
  if (def.type === 'choice') return def.options.join('|')
  if (def.type === 'toggle') return 'true|false'
  const unit = def.unit === undefined ? '' : ` ${def.unit}`
  const limits = def.max === undefined ? `≥${def.min ?? 0}${unit}` : `${def.min ?? 0}..${def.max}${unit}`
  return def.type === 'list' ? `[${limits}, ...]` : limits
}
