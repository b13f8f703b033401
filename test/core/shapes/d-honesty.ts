import { choice, comfy, number, one, table, type Shape } from './shape'

const qwen = { model: 'qwen-image-3.0-pro', task: 'Edit', images: 1, references: 1 }

/** D. Honest estimates. */
export const honesty: Shape[] = [
  {
    number: 60,
    name: 'a range that the vendor publishes',
    parts: [
      comfy('minimax-h3-context', [
        [{ media: 'reference media' }, '12.66..23.21'],
        [{ media: 'text only' }, '4.22'],
      ]),
      comfy('seedance-2-5-reference', [
        [{ resolution: '720p', ratio: '16:9', source: 5 }, '210.3..1461.6', { printedTo: '0.1' }],
        [{ resolution: '720p', ratio: '16:9', source: 10 }, '418.8..1670.2', { printedTo: '0.1' }],
      ]),
      { feature: one({}, { amount: '20..50' }), asks: [[{}, '20..50']] },
      { feature: one({}, { amount: '10..20' }), asks: [[{}, '10..20']] },
    ],
  },
  {
    number: 61,
    name: 'a range that becomes one number when a setting is made',
    parts: [
      comfy('qwen-image', [
        [{ ...qwen, size: 'auto' }, '12.98..23.54'],
        [{ ...qwen, size: 'match input' }, '12.98..23.54'],
        [{ ...qwen, size: 'custom', megapixels: '2.25' }, '12.98'],
        [{ ...qwen, size: 'custom', megapixels: '2.26' }, '23.54'],
      ]),
    ],
  },
  {
    number: 62,
    name: 'the vendor’s own “about”',
    parts: [
      comfy('seed-audio', [[{ minutes: 1 }, '45.26', { approximate: true }]]),
      comfy('sync-lip-sync', [[{ seconds: 1 }, '40.13', { approximate: true }]]),
      comfy('elevenlabs-audio', [[{ tool: 'ElevenLabs Speech to Text', minutes: 1 }, '1.54']]),
    ],
  },
  {
    number: 63,
    name: 'unknown until the vendor’s own quote',
    parts: [
      comfy('topaz-image-legacy', [[{}, 'unpriced', { why: 'quote' }]]),
      comfy('topaz-video', [
        [{ upscaler: 'Disabled', interpolation: 'apo-8', frames: 10 }, 'unpriced', { why: 'quote' }],
      ]),
    ],
  },
  {
    number: 64,
    name: 'from the length of a text',
    parts: [
      {
        feature: one(
          { text: choice('short', 'medium', 'long') },
          { amount: table('text', { short: '6', medium: '16', long: '30' }) },
        ),
        asks: [
          [{ text: 'short' }, '6'],
          [{ text: 'medium' }, '16'],
          [{ text: 'long' }, '30'],
          [{}, '6..30'],
        ],
      },
    ],
  },
  {
    number: 65,
    name: '“about 100 images” has no place in a card',
    plans: [
      [
        'credits are an allotment',
        { name: 'Plus', grants: [{ kind: 'plan', amount: 1000, every: 'month', expires: 'period-end' }] },
        true,
      ],
      ['a guess of outputs is refused', { name: 'Plus', aboutImages: 100 }, false],
    ],
    parts: [
      { feature: one({ images: number(1) }, { meter: 'images', amount: '10' }), asks: [[{ images: 100 }, '1000']] },
    ],
  },
]
