import { credits } from './credits'
import { choice, notForSale, number, toggle } from './settings'
import type { Tool } from './tool'

// 2 credits times x0.8, x1, x1.5, x3.
const second = { '480p': credits(1.6), '720p': credits(2), '1080p': credits(3), '4k': credits(6) }
const least = credits(12)
const whole = credits(1)

export const animate: Tool = (settings) => {
  const resolution = choice(settings, 'resolution', ['480p', '720p', '1080p', '4k'])
  const motion = choice(settings, 'motion', ['subtle', 'natural', 'wild'])
  const raw = number(settings, 'duration', 1, 20) * second[resolution]
  const endFrame = toggle(settings, 'endFrame') ? credits(2) : 0
  const runs = number(settings, 'runs', 1, 4)
  if (motion === 'wild' && resolution === '4k') throw notForSale('no wild motion at 4k', 'motion')
  const run = Math.ceil(Math.max(raw, least) / whole) * whole
  return (run + endFrame) * runs
}
