import type { RateCard } from '../../core/rate-card'

/** The card of the gallery's imaginary vendor. */
export const card: RateCard = {
  format: 1,
  provider: 'reel-maker',
  name: 'Reel Maker',
  version: 1,
  checkedOn: '2026-11-01',
  currency: 'credits',
  sources: { page: { url: 'https://reel-maker.example/prices', seenOn: '2026-11-01', grade: 'first-party' } },
  features: {
    film: {
      kind: 'text-to-video',
      surface: 'app',
      source: 'page',
      dimensions: {
        model: { type: 'choice', options: ['swift2', 'swift2_pro', 'aurora'] },
        resolution: { type: 'choice', options: ['720p', '1080p', '4k'] },
        duration: { type: 'number', unit: 's', min: 3, max: 15, step: 1 },
        audio: { type: 'toggle' },
        variants: { type: 'number', min: 1, max: 4, step: 1 },
        ratio: { type: 'choice', options: ['16:9', '9:16', '1:1'], label: 'Aspect ratio' },
        characters: { type: 'number', unit: 'character', min: 0, max: 2000, step: 1, label: 'Prompt length' },
      },
      charges: [
        {
          name: 'film',
          meter: ['duration', 'variants'],
          amount: {
            by: ['model', 'resolution'],
            cells: {
              swift2: { '720p': '3', '1080p': '5', '4k': '17' },
              swift2_pro: { '720p': '7', '1080p': '11', '4k': '29' },
              aurora: { '720p': '13', '1080p': '19', '4k': '53' },
            },
          },
        },
        { name: 'audio', when: { audio: true }, meter: ['duration', 'variants'], amount: '2' },
        { name: 'frame', amount: { by: ['ratio'], cells: { '16:9': '1000', '9:16': '2000', '1:1': '3000' } } },
        { name: 'prompt', meter: 'characters', amount: '0.001' },
      ],
    },
  },
  labels: {
    model: {
      label: 'Model',
      options: { swift2: ['Swift 2'], swift2_pro: ['Swift 2 Pro'], aurora: ['Aurora XL', 'Aurora'] },
    },
    resolution: { label: 'Resolution' },
    variants: { label: 'Variants' },
  },
  examples: [],
}

/** The card's words for the machine values of the sites. */
export const truthOf = {
  model: { 'm-101': 'swift2', 'm-102': 'swift2_pro', 'm-207': 'aurora' } as Record<string, string>,
  resolution: { r0: '720p', r1: '1080p', r2: '4k' } as Record<string, string>,
}
