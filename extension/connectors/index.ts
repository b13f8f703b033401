import type { Connector } from '../connecting/connector'

/**
 * The registry: one line a vendor, named as its file, with the one origin its key may go to. Each is loaded on its own; the files are
 * held to the schema, and to the origin said here, by their test.
 */
const registry = {
  abyssale: { origin: 'https://api.abyssale.com', load: () => import('./abyssale.json') },
  'ai-horde': { origin: 'https://aihorde.net', load: () => import('./ai-horde.json') },
  bfl: { origin: 'https://api.bfl.ai', load: () => import('./bfl.json') },
  'd-id': { origin: 'https://api.d-id.com', load: () => import('./d-id.json') },
  deepgram: { origin: 'https://api.deepgram.com', load: () => import('./deepgram.json') },
  deepinfra: { origin: 'https://api.deepinfra.com', load: () => import('./deepinfra.json') },
  deepl: { origin: 'https://api.deepl.com', load: () => import('./deepl.json') },
  deepseek: { origin: 'https://api.deepseek.com', load: () => import('./deepseek.json') },
  'eden-ai': { origin: 'https://api.edenai.run', load: () => import('./eden-ai.json') },
  elevenlabs: { origin: 'https://api.elevenlabs.io', load: () => import('./elevenlabs.json') },
  fal: { origin: 'https://api.fal.ai', load: () => import('./fal.json') },
  'fish-audio': { origin: 'https://api.fish.audio', load: () => import('./fish-audio.json') },
  hedra: { origin: 'https://api.hedra.com', load: () => import('./hedra.json') },
  heygen: { origin: 'https://api.heygen.com', load: () => import('./heygen.json') },
  ideogram: { origin: 'https://api.ideogram.ai', load: () => import('./ideogram.json') },
  kie: { origin: 'https://api.kie.ai', load: () => import('./kie.json') },
  kling: { origin: 'https://api-singapore.klingai.com', load: () => import('./kling.json') },
  leonardo: { origin: 'https://cloud.leonardo.ai', load: () => import('./leonardo.json') },
  luma: { origin: 'https://api.lumalabs.ai', load: () => import('./luma.json') },
  meshy: { origin: 'https://api.meshy.ai', load: () => import('./meshy.json') },
  moonshot: { origin: 'https://api.moonshot.ai', load: () => import('./moonshot.json') },
  novita: { origin: 'https://api.novita.ai', load: () => import('./novita.json') },
  openrouter: { origin: 'https://openrouter.ai', load: () => import('./openrouter.json') },
  photoroom: { origin: 'https://image-api.photoroom.com', load: () => import('./photoroom.json') },
  picsart: { origin: 'https://api.picsart.io', load: () => import('./picsart.json') },
  pixverse: { origin: 'https://app-api.pixverse.ai', load: () => import('./pixverse.json') },
  recraft: { origin: 'https://external.api.recraft.ai', load: () => import('./recraft.json') },
  'remove-bg': { origin: 'https://api.remove.bg', load: () => import('./remove-bg.json') },
  rodin: { origin: 'https://api.hyper3d.com', load: () => import('./rodin.json') },
  runway: { origin: 'https://api.dev.runwayml.com', load: () => import('./runway.json') },
  segmind: { origin: 'https://api.segmind.com', load: () => import('./segmind.json') },
  siliconflow: { origin: 'https://api.siliconflow.com', load: () => import('./siliconflow.json') },
  stability: { origin: 'https://api.stability.ai', load: () => import('./stability.json') },
  sunoapi: { origin: 'https://api.sunoapi.org', load: () => import('./sunoapi.json') },
  topaz: { origin: 'https://api.topazlabs.com', load: () => import('./topaz.json') },
  tripo: { origin: 'https://openapi.tripo3d.ai', load: () => import('./tripo.json') },
  'useapi-kling': { origin: 'https://api.useapi.net', load: () => import('./useapi-kling.json') },
  'useapi-pixverse': { origin: 'https://api.useapi.net', load: () => import('./useapi-pixverse.json') },
  vidu: { origin: 'https://api.vidu.cn', load: () => import('./vidu.json') },
  'world-labs': { origin: 'https://api.worldlabs.ai', load: () => import('./world-labs.json') },
  xai: { origin: 'https://management-api.x.ai', load: () => import('./xai.json') },
} satisfies Record<string, { origin: string; load: () => Promise<{ default: unknown }> }>

/** Providers whose account can be read with an API key. */
export const connected: readonly string[] = Object.keys(registry)

/** The origins keys go to. */
export const vendorOrigins: ReadonlySet<string> = new Set(Object.values(registry).map(({ origin }) => origin))

/** The connector of a provider; undefined where there is none. */
export async function loadConnector(provider: string): Promise<Connector | undefined> {
  if (!Object.hasOwn(registry, provider)) return undefined
  const { load } = registry[provider as keyof typeof registry]
  return (await load()).default as unknown as Connector
}
