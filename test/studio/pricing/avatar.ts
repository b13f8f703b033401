import { credits } from './credits'
import { choice, notForSale, number, started } from './settings'
import type { Tool } from './tool'

export const avatar: Tool = (settings, { luck }) => {
  const mode = choice(settings, 'mode', ['standard', 'expressive'])
  const seconds = number(settings, 'duration', 1, 120)
  const times = choice(settings, 'quality', ['sd', 'hd']) === 'hd' ? 2 : 1
  if (mode === 'standard') return times * (credits(2) + started(seconds, 6) * credits(2))
  if (seconds > 60) throw notForSale('expressive avatars end at 60 s', 'duration')
  // 20 to 50, in whole credits: how many is known when it is done.
  return times * credits(20 + Math.floor(luck * 31))
}
