import type { RateCard } from '../rate-card'

/**
 * The bundled rate cards: one line a provider, named as its file. Each is loaded on its own, so a surface that needs one
 * card carries one card. The cards are held to the schema, and to the names they have here, by their test.
 */
const loaders = {
  adobe: { name: 'Adobe', load: () => import('./adobe.json') },
  bfl: { name: 'Black Forest Labs', load: () => import('./bfl.json') },
  comfy: { name: 'Comfy Partner Nodes', load: () => import('./comfy.json') },
  'd-id': { name: 'D-ID', load: () => import('./d-id.json') },
  elevenlabs: { name: 'ElevenLabs', load: () => import('./elevenlabs.json') },
  fal: { name: 'fal.ai', load: () => import('./fal.json') },
  gemini: { name: 'Google Gemini API', load: () => import('./gemini.json') },
  'google-flow': { name: 'Google Flow', load: () => import('./google-flow.json') },
  heygen: { name: 'HeyGen', load: () => import('./heygen.json') },
  higgsfield: { name: 'Higgsfield', load: () => import('./higgsfield.json') },
  ideogram: { name: 'Ideogram', load: () => import('./ideogram.json') },
  krea: { name: 'Krea', load: () => import('./krea.json') },
  leonardo: { name: 'Leonardo.Ai', load: () => import('./leonardo.json') },
  luma: { name: 'Luma Dream Machine', load: () => import('./luma.json') },
  magnific: { name: 'Freepik / Magnific', load: () => import('./magnific.json') },
  meshy: { name: 'Meshy', load: () => import('./meshy.json') },
  openai: { name: 'OpenAI', load: () => import('./openai.json') },
  photoroom: { name: 'Photoroom', load: () => import('./photoroom.json') },
  recraft: { name: 'Recraft', load: () => import('./recraft.json') },
  'remove-bg': { name: 'remove.bg', load: () => import('./remove-bg.json') },
  runway: { name: 'Runway', load: () => import('./runway.json') },
  stability: { name: 'Stability AI', load: () => import('./stability.json') },
  suno: { name: 'Suno', load: () => import('./suno.json') },
  synthesia: { name: 'Synthesia', load: () => import('./synthesia.json') },
  'tripo-studio': { name: 'Tripo Studio', load: () => import('./tripo-studio.json') },
} satisfies Record<string, { name: string; load: () => Promise<{ default: unknown }> }>

/** Names of the providers that have a bundled card. */
export const providers: readonly string[] = Object.keys(loaders)

/** What a provider is called, without loading its card; its id where it has no bundled card. */
export const providerName = (provider: string): string =>
  Object.hasOwn(loaders, provider) ? loaders[provider as keyof typeof loaders].name : provider

/** The bundled card of a provider; undefined where there is none. The same object each time. */
export async function loadCard(provider: string): Promise<RateCard | undefined> {
  if (!Object.hasOwn(loaders, provider)) return undefined
  const { default: card } = await loaders[provider as keyof typeof loaders].load()
  return card as unknown as RateCard
}

/** All bundled cards, in the order of their names. */
export async function loadCards(): Promise<RateCard[]> {
  const cards = await Promise.all(providers.map(loadCard))
  return cards as RateCard[]
}
