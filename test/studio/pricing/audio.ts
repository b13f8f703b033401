import { credits } from './credits'
import { choice, inTenths, number, orAuto, started, toggle } from './settings'
import type { Tool } from './tool'

export const speech: Tool = (settings) => {
  const block = choice(settings, 'model', ['flash', 'studio']) === 'flash' ? 100 : 50
  const cloned = choice(settings, 'voice', ['stock', 'cloned']) === 'cloned' ? credits(2) : 0
  return Math.max(credits(2), started(number(settings, 'characters', 1, 5000), block) * credits(1) + cloned)
}

export const music: Tool = (settings, { luck }) => {
  const asked = orAuto(settings, 'duration', () => number(settings, 'duration', 10, 300))
  const seconds = asked === 'auto' ? 10 + Math.floor(luck * 291) : asked
  return started(seconds, 30) * credits(3) + (toggle(settings, 'stems') ? credits(6) : 0)
}

export const soundEffect: Tool = (settings) => {
  const asked = orAuto(settings, 'duration', () => number(settings, 'duration', 0.5, 22, 'tenths'))
  return asked === 'auto' ? credits(4) : inTenths(asked) * credits(0.04)
}

export const transcribe: Tool = (settings) => {
  const tenths = inTenths(number(settings, 'sourceSeconds', 1, 7200, 'tenths'))
  // A minute is 600 tenths: 0.9 a minute is 0.0015 a tenth.
  return tenths * (toggle(settings, 'speakers') ? credits(0.002) : credits(0.0015))
}

export const dub: Tool = (settings) => {
  const blocks = started(inTenths(number(settings, 'sourceSeconds', 1, 600, 'tenths')), 150)
  const sync = toggle(settings, 'lipSync') ? 2 : 1
  return blocks * number(settings, 'languages', 1, 10) * sync * credits(1)
}
