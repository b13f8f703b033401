import { dub, music, soundEffect, speech, transcribe } from './audio'
import { animate, avatar, enhance, storyboard } from './create'
import { batch, editImage, editVideo, upscaleImage, upscaleVideo } from './edit'
import { image } from './image'
import type { Form } from './kinds'
import { convert3d, model3d, rig3d } from './solid'
import { video } from './video'

/** Every tool of the studio, in the order of its sidebar. */
export const forms: Form[] = [
  image,
  video,
  animate,
  storyboard,
  avatar,
  batch,
  enhance,
  editImage,
  editVideo,
  upscaleImage,
  upscaleVideo,
  model3d,
  convert3d,
  rig3d,
  speech,
  music,
  soundEffect,
  transcribe,
  dub,
]
export const groups = ['Create', 'Edit', 'Upscale', '3D', 'Audio'] as const
