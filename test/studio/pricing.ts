import { animate } from './pricing/animate'
import { dub, music, soundEffect, speech, transcribe } from './pricing/audio'
import { avatar } from './pricing/avatar'
import { batchImage, enhancePrompt } from './pricing/batch'
import { convert3d, rig3d } from './pricing/convert3d'
import { editImage, editVideo } from './pricing/edit'
import { image } from './pricing/image'
import { model3d } from './pricing/model3d'
import { Refusal, type Settings } from './pricing/settings'
import { storyboard } from './pricing/storyboard'
import type { PlanId, Terms, Tool } from './pricing/tool'
import { upscaleImage, upscaleVideo } from './pricing/upscale'
import { video } from './pricing/video'

/** Every tool of the price page (prices.md), by the name its form carries. */
export const tools: Record<string, Tool> = {
  'text-to-image': image,
  'text-to-video': video,
  'image-to-video': animate,
  storyboard,
  avatar,
  'text-to-3d': model3d,
  'convert-3d': convert3d,
  'rig-3d': rig3d,
  speech,
  music,
  'sound-effect': soundEffect,
  transcribe,
  dub,
  'edit-image': editImage,
  'edit-video': editVideo,
  'upscale-image': upscaleImage,
  'upscale-video': upscaleVideo,
  'batch-image': batchImage,
  'enhance-prompt': enhancePrompt,
}

/** What one press comes to, in millionths of a credit, with `luck` deciding what the page leaves open. Throws a Refusal. */
export function charge(feature: string, settings: Settings, terms: Terms): number {
  const tool = Object.hasOwn(tools, feature) ? tools[feature] : undefined
  if (!tool) throw new Refusal('bad_settings', `no tool called ${feature}`)
  const micro = tool(settings, terms)
  if (!Number.isSafeInteger(micro) || micro < 0) throw new Error(`${feature} came to ${micro} millionths`)
  return micro
}

const luckiest = 0
const unluckiest = 1 - 2 ** -32

/** The least and the most one press can come to. Equal where the page leaves nothing open. */
export function priced(feature: string, settings: Settings, plan: PlanId, day: string): { low: number; high: number } {
  return {
    low: charge(feature, settings, { plan, day, luck: luckiest }),
    high: charge(feature, settings, { plan, day, luck: unluckiest }),
  }
}
