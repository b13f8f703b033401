import { credits } from './credits'
import { choice, number } from './settings'
import type { Tool } from './tool'

/** How many of `items` lie above `after` and up to `upTo`. */
const between = (items: number, after: number, upTo: number) => Math.max(0, Math.min(items, upTo) - after)

export const batchImage: Tool = (settings) => {
  const items = number(settings, 'items', 1, 500)
  const whole =
    between(items, 1, 50) * credits(1) +
    between(items, 50, 200) * credits(0.8) +
    between(items, 200, 500) * credits(0.6)
  return choice(settings, 'quality', ['draft', 'standard']) === 'draft' ? whole / 2 : whole
}

export const enhancePrompt: Tool = () => 0
