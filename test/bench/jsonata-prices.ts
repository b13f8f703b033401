import type { Request } from '../../core/rate-card'

/** The same prices as JSONata expressions, as the nearest published neighbour of rate cards writes them. Numbers are doubles there. */
export type Twin = { feature: string; request: Request; expression: string }

export const twins: Twin[] = [
  {
    feature: 'text-to-video',
    request: {
      model: 'drift-3',
      resolution: '1080p',
      audio: true,
      duration: 8,
      variants: 2,
      speed: 'standard',
      plan: 'team',
    },
    expression: `(
      $lane := $lookup({"standard": 1, "fast": 1.5, "relaxed": 0}, speed);
      $rates := {"drift-3": {"720p": {"true": 5, "false": 4}, "1080p": {"true": 8.5, "false": 6}, "4k": {"true": 20, "false": 20}},
                 "drift-3-turbo": {"720p": {"true": 2, "false": 2}, "1080p": {"true": 3, "false": 3}}};
      $lookup($lookup($lookup($rates, model), resolution), $string(audio)) * duration * variants * $lane
    )`,
  },
  {
    feature: 'text-to-image',
    request: { model: 'aurora', width: 2048, height: 2048, variants: 2, speed: 'turbo', plan: 'team' },
    expression: `(
      $lane := $lookup({"standard": 1, "turbo": 2, "relaxed": 0}, speed);
      $mp := $ceil(width * height / 1048576);
      (3 + ($mp - 1) * 1.5) * variants * $lane
    )`,
  },
  {
    feature: 'text-to-3d',
    request: { version: 'v3', input: 'image', geometry: 'detailed', texture: 'pbr', quad: true, faceLimit: 20000 },
    expression: `(
      $base := $lookup({"v3": 20, "v2.5": 16, "v1.4": 10}, version);
      $base + (input = "multiview" ? 8 : 0) + (geometry = "detailed" ? $lookup({"v3": 10, "v2.5": 0}, version) : 0)
        + $lookup({"none": 0, "plain": 5, "pbr": 9}, texture) + (quad ? 5 : 0) + ($exists(faceLimit) ? 4 : 0)
    )`,
  },
  {
    feature: 'image-to-video',
    request: { resolution: '480p', duration: 9, motion: 'natural', endFrame: false, runs: 2 },
    expression: `(
      $raw := duration * 2 * $lookup({"480p": 0.8, "720p": 1, "1080p": 1.5, "4k": 3}, resolution);
      ($ceil($max([$raw, 12])) + (endFrame ? 2 : 0)) * runs
    )`,
  },
  {
    feature: 'speech',
    request: { model: 'studio', characters: 201, voice: 'stock' },
    expression: `$max([$ceil(characters / $lookup({"flash": 100, "studio": 50}, model)) + (voice = "cloned" ? 2 : 0), 2])`,
  },
  {
    feature: 'dub',
    request: { sourceSeconds: 61, languages: 3, lipSync: true },
    expression: `$ceil(sourceSeconds / 15) * languages * (lipSync ? 2 : 1)`,
  },
  {
    feature: 'storyboard',
    request: { shots: [3, 6, 15], resolution: '1080p', music: true },
    expression: `$sum(shots.($ceil($ / 5))) * $lookup({"720p": 8, "1080p": 14}, resolution) + (music ? 4 : 0)`,
  },
  {
    feature: 'batch-image',
    request: { items: 250, quality: 'draft' },
    expression: `(
      $paid := $max([0, $min([items, 50]) - 1]) + $max([0, $min([items, 200]) - 50]) * 0.8 + $max([0, items - 200]) * 0.6;
      $paid * (quality = "draft" ? 0.5 : 1)
    )`,
  },
  {
    feature: 'upscale-video',
    request: { sourceSeconds: 100, sourceFps: 30, resolution: '1080p' },
    expression: `(
      $rate := sourceFps < 30 ? 0.3 : sourceFps < 60 ? 0.6 : sourceFps < 120 ? 1.2 : 1.8;
      $max([5, $rate * (resolution = "4k" ? 2 : 1) * sourceSeconds])
    )`,
  },
  { feature: 'rig-3d', request: {}, expression: '12.5' },
]
