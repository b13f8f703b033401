import type { Settings } from '../pricing/settings'

/** What people made before today, in the seeded past: a tool, its settings, and what it was to be. */
export const samples: [feature: string, settings: Settings, title: string][] = [
  [
    'text-to-image',
    { model: 'lumen', quality: 'draft', shape: 'wide', variants: 4, speed: 'standard' },
    'Harbour at blue hour',
  ],
  [
    'text-to-image',
    { model: 'lumen', quality: 'high', shape: 'wide', variants: 2, speed: 'standard' },
    'Glass greenhouse in snow',
  ],
  [
    'text-to-image',
    { model: 'lumen-pro', resolution: '2k', references: 2, variants: 1, speed: 'standard' },
    'Key visual, spring line',
  ],
  [
    'text-to-image',
    { model: 'lumen-pro', resolution: '4k', references: 1, variants: 1, speed: 'turbo' },
    'Poster: midnight ferry',
  ],
  [
    'text-to-image',
    { model: 'aurora', width: 1536, height: 1024, variants: 2, speed: 'standard' },
    'Northern lights over pines',
  ],
  ['text-to-image', { model: 'photon', batch: '4', speed: 'standard' }, 'Product shots, ceramic cup'],
  ['text-to-image', { model: 'sketch', speed: 'standard' }, 'Thumbnail ideas'],
  [
    'text-to-video',
    { model: 'drift-3', resolution: '1080p', audio: true, duration: 6, variants: 1, speed: 'standard' },
    'Waves under a pier',
  ],
  [
    'text-to-video',
    { model: 'drift-3-turbo', resolution: '720p', duration: 5, variants: 2, speed: 'standard' },
    'Fox in tall grass',
  ],
  [
    'text-to-video',
    { model: 'ember', resolution: '720p', duration: 4, variants: 1, speed: 'standard' },
    'Candle in a window',
  ],
  [
    'text-to-video',
    { model: 'tide-2', resolution: '720p', duration: 5, variants: 1, speed: 'standard' },
    'Street market, slow pan',
  ],
  [
    'image-to-video',
    { resolution: '1080p', duration: 5, motion: 'natural', endFrame: false, runs: 1 },
    'Cup with steam',
  ],
  ['storyboard', { shots: [3, 5, 6], resolution: '720p', music: true }, 'Teaser, three shots'],
  ['avatar', { mode: 'standard', duration: 24, quality: 'hd' }, 'Welcome message'],
  ['avatar', { mode: 'expressive', duration: 20, quality: 'sd' }, 'Launch announcement'],
  [
    'text-to-3d',
    { version: 'v3', input: 'image', geometry: 'detailed', texture: 'pbr', quad: false, faceLimit: null },
    'Lantern',
  ],
  [
    'text-to-3d',
    { version: 'v2.5', input: 'text', geometry: 'standard', texture: 'plain', quad: false, faceLimit: null },
    'Wooden sled',
  ],
  ['speech', { model: 'studio', characters: 740, voice: 'cloned' }, 'Narration, chapter 2'],
  ['music', { duration: 90, stems: false }, 'Calm piano, strings'],
  ['sound-effect', { duration: 'auto' }, 'Door creaks open'],
  ['edit-image', { operation: 'remove-background', variants: 1 }, 'Cup, cut out'],
  ['edit-image', { operation: 'restyle', model: 'lumen-pro', references: 3, variants: 2 }, 'Poster in linocut'],
  [
    'upscale-image',
    { model: 'steps', sourceWidth: 1024, sourceHeight: 1024, scale: '2x', faces: false },
    'Greenhouse, larger',
  ],
  ['upscale-video', { sourceSeconds: 12.5, sourceFps: 24, resolution: '4k' }, 'Pier, 4k'],
]
