import { credits, type Micro } from './credits'
import { choice, notForSale, number, toggle, type Settings } from './settings'
import type { Terms, Tool } from './tool'

type Clip = (settings: Settings, terms: Terms) => Micro

const drift3: Clip = (settings) => {
  const seconds = number(settings, 'duration', 2, 12)
  const resolution = choice(settings, 'resolution', ['720p', '1080p', '4k'])
  if (resolution === '4k') return seconds * credits(20)
  const audio = toggle(settings, 'audio')
  if (resolution === '1080p') return seconds * credits(audio ? 8.5 : 6)
  return seconds * credits(audio ? 5 : 4)
}

const drift3Turbo: Clip = (settings) => {
  const second = choice(settings, 'resolution', ['720p', '1080p']) === '720p' ? credits(2) : credits(3)
  return number(settings, 'duration', 2, 10) * second
}

const drift2: Clip = (settings, { day }) => {
  choice(settings, 'resolution', ['720p'])
  const clip = number(settings, 'duration', 2, 8) * credits(1.5)
  if (day >= '2027-01-15') throw notForSale('drift-2 was retired on 15 January 2027', 'model')
  return clip
}

const tide2: Clip = (settings) => {
  const resolution = choice(settings, 'resolution', ['720p', '1080p'])
  const seconds = choice(settings, 'duration', ['5', '10'])
  if (resolution === '720p') return seconds === '5' ? credits(20) : credits(60)
  if (seconds === '5') return credits(36)
  throw notForSale('tide-2 makes 1080p clips of 5 s only', 'duration')
}

const ember: Clip = (settings) => {
  const seconds = number(settings, 'duration', 1, 10)
  switch (choice(settings, 'resolution', ['540p', '720p', '1080p'])) {
    case '540p':
      return credits(10.5) + (seconds - 1) * credits(3.25)
    case '720p':
      return credits(15.825) + (seconds - 1) * credits(5.275)
    case '1080p':
      return credits(24) + (seconds - 1) * credits(9.5)
  }
}

const frame24: Clip = (settings) => {
  const frames = 24 * number(settings, 'duration', 4, 20) + 1
  return frames * (choice(settings, 'resolution', ['720p', '1080p']) === '720p' ? credits(0.15) : credits(0.34))
}

const models: Record<string, Clip> = {
  'drift-3': drift3,
  'drift-3-turbo': drift3Turbo,
  'drift-2': drift2,
  'tide-2': tide2,
  ember,
  'frame-24': frame24,
}

export const video: Tool = (settings, terms) => {
  const clip = models[choice(settings, 'model', Object.keys(models))]!
  const press = clip(settings, terms) * number(settings, 'variants', 1, 4)
  const speed = choice(settings, 'speed', ['relaxed', 'standard', 'fast'])
  if (speed === 'standard') return press
  if (speed === 'fast') return (press * 3) / 2
  if (terms.plan !== 'studio') throw notForSale('relaxed video comes with Studio', 'speed')
  return 0
}
