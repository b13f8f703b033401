import { credits } from './credits'
import { choice, list, started, toggle, type Settings } from './settings'
import type { Tool } from './tool'

const block = (settings: Settings) =>
  choice(settings, 'resolution', ['720p', '1080p']) === '720p' ? credits(8) : credits(14)

/** The price of each shot by itself: what is charged when a later one fails. */
export const shots = (settings: Settings) =>
  list(settings, 'shots', 8, 1, 15).map((seconds) => started(seconds, 5) * block(settings))

export const storyboard: Tool = (settings) =>
  shots(settings).reduce((sum, shot) => sum + shot, toggle(settings, 'music') ? credits(4) : 0)
