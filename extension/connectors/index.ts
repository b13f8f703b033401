import type { Connector } from '../connecting/connector'

/**
 * The registry: one line a vendor, named as its file. Each is loaded on its own; the files are held to the schema by their test.
 */
const loaders = {
  abyssale: () => import('./abyssale.json'),
  'ai-horde': () => import('./ai-horde.json'),
  bfl: () => import('./bfl.json'),
  'd-id': () => import('./d-id.json'),
  deepgram: () => import('./deepgram.json'),
  deepinfra: () => import('./deepinfra.json'),
  deepl: () => import('./deepl.json'),
  deepseek: () => import('./deepseek.json'),
  'eden-ai': () => import('./eden-ai.json'),
  elevenlabs: () => import('./elevenlabs.json'),
  fal: () => import('./fal.json'),
  'fish-audio': () => import('./fish-audio.json'),
  hedra: () => import('./hedra.json'),
  heygen: () => import('./heygen.json'),
  ideogram: () => import('./ideogram.json'),
  kie: () => import('./kie.json'),
  kling: () => import('./kling.json'),
  leonardo: () => import('./leonardo.json'),
  luma: () => import('./luma.json'),
  meshy: () => import('./meshy.json'),
  moonshot: () => import('./moonshot.json'),
  novita: () => import('./novita.json'),
  openrouter: () => import('./openrouter.json'),
  photoroom: () => import('./photoroom.json'),
  picsart: () => import('./picsart.json'),
  pixverse: () => import('./pixverse.json'),
  recraft: () => import('./recraft.json'),
  'remove-bg': () => import('./remove-bg.json'),
  rodin: () => import('./rodin.json'),
  runway: () => import('./runway.json'),
  segmind: () => import('./segmind.json'),
  siliconflow: () => import('./siliconflow.json'),
  stability: () => import('./stability.json'),
  sunoapi: () => import('./sunoapi.json'),
  topaz: () => import('./topaz.json'),
  tripo: () => import('./tripo.json'),
  'useapi-kling': () => import('./useapi-kling.json'),
  'useapi-pixverse': () => import('./useapi-pixverse.json'),
  vidu: () => import('./vidu.json'),
  'world-labs': () => import('./world-labs.json'),
  xai: () => import('./xai.json'),
} satisfies Record<string, () => Promise<{ default: unknown }>>

/** Providers whose account can be read with an API key. */
export const connected: readonly string[] = Object.keys(loaders)

/** The connector of a provider; undefined where there is none. */
export async function loadConnector(provider: string): Promise<Connector | undefined> {
  if (!Object.hasOwn(loaders, provider)) return undefined
  return (await loaders[provider as keyof typeof loaders]()).default as unknown as Connector
}
