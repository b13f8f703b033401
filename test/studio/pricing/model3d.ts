import { credits } from './credits'
import { choice, notForSale, number, orNotSet, toggle, type Settings } from './settings'
import type { Tool } from './tool'

const base = { v3: credits(20), 'v2.5': credits(16), 'v1.4': credits(10) }
const texture = { none: 0, plain: credits(5), pbr: credits(9) }
export const faces = (settings: Settings) =>
  orNotSet(settings, 'faceLimit', () => number(settings, 'faceLimit', 1000, 500_000))

export const model3d: Tool = (settings) => {
  const version = choice(settings, 'version', ['v3', 'v2.5', 'v1.4'])
  const views = choice(settings, 'input', ['text', 'image', 'multiview']) === 'multiview'
  if (version === 'v1.4') {
    if (views) throw notForSale('v1.4 takes one picture', 'input')
    return base['v1.4']
  }
  let sum = base[version] + texture[choice(settings, 'texture', ['none', 'plain', 'pbr'])]
  if (choice(settings, 'geometry', ['standard', 'detailed']) === 'detailed' && version === 'v3') sum += credits(10)
  if (faces(settings) !== null) sum += credits(4)
  if (toggle(settings, 'quad')) {
    if (views) throw notForSale('no quad faces from several views', 'quad')
    sum += credits(5)
  }
  return views ? sum + credits(8) : sum
}
