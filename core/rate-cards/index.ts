import type { RateCard } from '../rate-card'

/**
 * The bundled rate cards: one line a provider, named as its file. Each is loaded on its own, so a surface that needs one
 * card carries one card. The cards are held to the schema by their test, not here.
 */
const loaders = {
  adobe: () => import('./adobe.json'),
  bfl: () => import('./bfl.json'),
  comfy: () => import('./comfy.json'),
  'd-id': () => import('./d-id.json'),
  elevenlabs: () => import('./elevenlabs.json'),
  fal: () => import('./fal.json'),
  gemini: () => import('./gemini.json'),
  'google-flow': () => import('./google-flow.json'),
  heygen: () => import('./heygen.json'),
  higgsfield: () => import('./higgsfield.json'),
  ideogram: () => import('./ideogram.json'),
  krea: () => import('./krea.json'),
  leonardo: () => import('./leonardo.json'),
  luma: () => import('./luma.json'),
  magnific: () => import('./magnific.json'),
  meshy: () => import('./meshy.json'),
  openai: () => import('./openai.json'),
  photoroom: () => import('./photoroom.json'),
  recraft: () => import('./recraft.json'),
  'remove-bg': () => import('./remove-bg.json'),
  runway: () => import('./runway.json'),
  stability: () => import('./stability.json'),
  suno: () => import('./suno.json'),
  synthesia: () => import('./synthesia.json'),
  'tripo-studio': () => import('./tripo-studio.json'),
} satisfies Record<string, () => Promise<{ default: unknown }>>

/** Names of the providers that have a bundled card. */
export const providers: readonly string[] = Object.keys(loaders)

/** The bundled card of a provider; undefined where there is none. The same object each time. */
export async function loadCard(provider: string): Promise<RateCard | undefined> {
  if (!Object.hasOwn(loaders, provider)) return undefined
  const { default: card } = await loaders[provider as keyof typeof loaders]()
  return card as unknown as RateCard
}

/** All bundled cards, in the order of their names. */
export async function loadCards(): Promise<RateCard[]> {
  const cards = await Promise.all(providers.map(loadCard))
  return cards as RateCard[]
}
