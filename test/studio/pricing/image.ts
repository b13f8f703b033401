import { credits } from './credits'
import { choice, notForSale, number, started, type Settings } from './settings'
import type { Terms, Tool } from './tool'

const lumen = {
  draft: { square: 0.25, wide: 0.5 },
  standard: { square: 1, wide: 1.5 },
  high: { square: 4, wide: 6 },
} as const
const megapixel = 1024 * 1024
const sizes = ['1k', '2k', '4k'] as const

/** The size asked for, or the one the model picks by itself. */
function sizeOf(settings: Settings, luck: number) {
  const asked = choice(settings, 'resolution', ['auto', ...sizes])
  return asked === 'auto' ? sizes[Math.floor(luck * sizes.length)]! : asked
}

/** Price of one lumen-pro picture, before and from 1 December 2026. */
function proPicture(settings: Settings, { day, luck }: Terms) {
  const prices = day < '2026-12-01' ? { '1k': 6, '2k': 9, '4k': 16 } : { '1k': 7, '2k': 10, '4k': 18 }
  const paid = Math.max(0, number(settings, 'references', 0, 8) - 1)
  return credits(prices[sizeOf(settings, luck)]) + paid * credits(0.5)
}

function auroraPicture(settings: Settings) {
  const pixels = side(settings, 'width') * side(settings, 'height')
  return credits(3) + (started(pixels, megapixel) - 1) * credits(1.5)
}
const side = (settings: Settings, name: string) => number(settings, name, 256, 2048)

function standardPress(settings: Settings, terms: Terms) {
  const model = choice(settings, 'model', ['lumen', 'lumen-pro', 'aurora', 'photon', 'sketch'])
  if (model === 'sketch') return 4 * credits(1)
  if (model === 'photon') return credits({ '1': 8, '2': 11, '4': 18 }[choice(settings, 'batch', ['1', '2', '4'])])
  const variants = number(settings, 'variants', 1, 4)
  if (model === 'aurora') return variants * auroraPicture(settings)
  if (model === 'lumen-pro') return variants * proPicture(settings, terms)
  const row = lumen[choice(settings, 'quality', ['draft', 'standard', 'high'])]
  return variants * credits(row[choice(settings, 'shape', ['square', 'wide'])])
}

export const image: Tool = (settings, terms) => {
  const press = standardPress(settings, terms)
  const speed = choice(settings, 'speed', ['relaxed', 'standard', 'turbo'])
  if (speed === 'standard') return press
  if (speed === 'turbo') {
    if (settings.model === 'sketch') throw notForSale('sketch has no turbo lane', 'speed')
    return press * 2
  }
  if (terms.plan === 'free' || terms.plan === 'creator') throw notForSale('the relaxed lane comes with Team', 'speed')
  return 0
}
