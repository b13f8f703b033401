import { credits } from './credits'
import { choice, inTenths, number, type Settings } from './settings'
import type { Terms, Tool } from './tool'

function modelPrice(settings: Settings, { day }: Terms) {
  const pro = day < '2026-12-01' ? 6 : 7
  return credits({ lumen: 1, 'lumen-pro': pro, photon: 8 }[choice(settings, 'model', ['lumen', 'lumen-pro', 'photon'])])
}

function oneResult(settings: Settings, terms: Terms) {
  const operations = ['erase', 'remove-background', 'replace-background', 'outpaint', 'restyle'] as const
  switch (choice(settings, 'operation', operations)) {
    case 'erase':
      return credits(0.5)
    case 'remove-background':
      return terms.plan === 'free' || terms.plan === 'creator' ? credits(1) : credits(0.2)
    case 'restyle':
      return modelPrice(settings, terms) + Math.max(0, number(settings, 'references', 0, 10) - 5) * credits(1.2)
    default:
      return modelPrice(settings, terms)
  }
}

export const editImage: Tool = (settings, terms) => oneResult(settings, terms) * number(settings, 'variants', 1, 4)

export const editVideo: Tool = (settings) => {
  const operation = choice(settings, 'operation', ['restyle', 'relight', 'extend'])
  if (operation === 'extend') return choice(settings, 'extension', ['5', '10']) === '5' ? credits(9) : credits(15)
  if (operation === 'relight') {
    const frame = choice(settings, 'resolution', ['1080p', '4k']) === '1080p' ? credits(0.05) : credits(0.09)
    return number(settings, 'sourceFrames', 1, 3600) * frame
  }
  const tenths = inTenths(number(settings, 'sourceSeconds', 1, 60, 'tenths')) + 10 * number(settings, 'duration', 1, 20)
  return tenths * credits(0.21)
}
