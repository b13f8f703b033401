import { credits } from './credits'
import { faces } from './model3d'
import { choice, number, toggle } from './settings'
import type { Tool } from './tool'

export const convert3d: Tool = (settings) => {
  const special = [
    choice(settings, 'format', ['GLB', 'FBX', 'USDZ', 'STL']) !== 'GLB',
    choice(settings, 'textureSize', ['1024', '2048', '4096']) !== '4096',
    toggle(settings, 'quad'),
    faces(settings) !== null,
    number(settings, 'scale', 0.1, 10, 'free') !== 1,
  ]
  return special.includes(true) ? credits(4) : credits(2)
}

export const rig3d: Tool = () => credits(12.5)
