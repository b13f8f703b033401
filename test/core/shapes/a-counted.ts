import { choice, comfy, number, one, runway, table, type Shape } from './shape'

const unpriced = 'unpriced'
const res = { resolution: '1080p', model: 'Portrait Restore / General Restore', seconds: 1 }
const uncounted = { why: 'unread' as const }
const tokens20 = one(
  {
    width: number(1),
    height: number(1),
    fps: number(1),
    input: number(0),
    output: number(4, 15),
    kind: choice('no video', 'video', '4k'),
  },
  {
    meter: [{ sum: ['input', 'output'] }, 'width', 'height', { of: 'fps', per: 1024 }],
    per: 1000,
    amount: table('kind', { 'no video': '2.112', video: '1.297', '4k': '1.207' }),
  },
)

/** A. What is counted. */
export const counted: Shape[] = [
  {
    number: 1,
    name: 'flat per run',
    parts: [
      comfy('recraft-tools', [[{ tool: 'Recraft Remove Background' }, '2.11']]),
      comfy('tripo-tools', [[{ tool: 'Tripo: Rig model' }, '52.75']]),
      { feature: one({}, { amount: '8' }), asks: [[{}, '8']] },
    ],
  },
  {
    number: 2,
    name: 'flat per run, by a table',
    parts: [
      comfy('dall-e-3', [
        [{ quality: 'standard', size: '1024x1024' }, '8.44'],
        [{ quality: 'hd', size: '1792x1024' }, '25.32'],
        [{ quality: 'hd', size: '512x512' }, unpriced, { why: 'unknown-option' }],
      ]),
      comfy('ideogram-p-image', [
        [{ quality: 'VERY_LOW', resolution: '1K' }, '0.91'],
        [{ quality: 'HIGH', resolution: '2K' }, '9.05'],
        [{}, '0.91..9.05'],
      ]),
    ],
  },
  {
    number: 3,
    name: 'per output second',
    parts: [
      runway('text-to-video', [
        [{ model: 'gen4.5', input: 'text', duration: 5 }, '60'],
        [{ model: 'gen4_turbo', input: 'image', duration: 5 }, '25'],
        [{ model: 'gen4_turbo', input: 'image', duration: 10 }, '50'],
        [{ model: 'gen4_turbo', input: 'image', duration: 11 }, unpriced, { why: 'outside' }],
        [{ model: 'veo3', duration: 8 }, '320'],
      ]),
      runway('video-to-video', [[{ model: 'gen4_aleph', duration: 5 }, '75']]),
      runway('character-performance', [[{ duration: 10 }, '50']]),
    ],
  },
  {
    number: 4,
    name: 'per second by resolution and audio',
    parts: [
      comfy('veo-video', [
        [{ model: 'veo-3.1-fast-generate', resolution: '720p', audio: false, duration: 4 }, '67.52'],
        [{ model: 'veo-3.1-fast-generate', resolution: '720p', audio: true, duration: 4 }, '84.4'],
        [{ model: 'veo-3.1-fast-generate', resolution: '1080p', audio: true, duration: 4 }, '101.28'],
        [{ model: 'veo-3.1-fast-generate', resolution: '4k', audio: false, duration: 4 }, '211'],
        [{ model: 'veo-3.1-fast-generate', resolution: '4k', audio: true, duration: 4 }, '253.2'],
      ]),
      comfy('kling-video', [
        [{ model: 'kling-v3-omni', resolution: '4k', audio: false, duration: 5 }, '443.1'],
        [{ model: 'kling-v3-omni', resolution: '4k', audio: true, duration: 5 }, '443.1'],
        [{ model: 'kling-v3-omni', resolution: '4k', duration: 5 }, '443.1'],
      ]),
    ],
  },
  {
    number: 5,
    name: 'per second by frame-rate band',
    parts: [
      comfy('hitpaw-video-enhance', [
        [{ ...res, fps: '29.97' }, '3.17'],
        [{ ...res, fps: 30 }, '6.33'],
        [{ ...res, fps: '59.94' }, '6.33'],
        [{ ...res, fps: 60 }, '12.66'],
        [{ ...res, fps: '119.88' }, '12.66'],
        [{ ...res, fps: 120 }, '18.99'],
        [res, '3.17..18.99'],
      ]),
    ],
  },
  {
    number: 6,
    name: 'duration buckets that are not linear',
    parts: [
      comfy('luma-ray-3-2', [
        [{ task: 'Text to Video', resolution: '720p', duration: '5' }, '63.3'],
        [{ task: 'Text to Video', resolution: '720p', duration: '10' }, '189.9'],
        [{ task: 'Text to Video', resolution: '720p', duration: '7' }, unpriced, { why: 'unknown-option' }],
      ]),
      comfy('luma-ray-2', [
        [{ model: 'ray-2', resolution: '720p', duration: '5' }, '215.22'],
        [{ model: 'ray-2', resolution: '720p', duration: '9' }, '386.13'],
      ]),
      {
        feature: one({ duration: choice('5', '10') }, { amount: table('duration', { 5: '13', 10: '21' }) }),
        asks: [
          [{ duration: 5 }, '13'],
          [{ duration: 10 }, '21'],
        ],
      },
    ],
  },
  {
    number: 7,
    name: 'a base, then per second after the first',
    parts: [
      comfy('vidu-q2', [
        [{ task: 'Text-to-Video', model: 'viduq2', resolution: '720p', duration: 1 }, '15.825'],
        [{ task: 'Text-to-Video', model: 'viduq2', resolution: '720p', duration: 2 }, '21.1'],
        [{ task: 'Image-to-Video', model: 'viduq2-turbo', resolution: '720p', duration: 1 }, '8.44'],
        [{ task: 'Image-to-Video', model: 'viduq2-turbo', resolution: '720p', duration: 2 }, '10.55'],
        [{ task: 'Image-to-Video', model: 'viduq2-turbo', resolution: '720p', duration: 3 }, '21.1'],
      ]),
    ],
  },
  {
    number: 8,
    name: 'per frame, one frame more than the seconds make',
    parts: [
      comfy('seedance-2-5', [
        [{ resolution: '720p', ratio: '16:9', duration: 5 }, '351.6', { printedTo: '0.1', approximate: true }],
        [{ resolution: '720p', ratio: '16:9', duration: 10 }, '700.3', { printedTo: '0.1' }],
        [{ resolution: '720p', ratio: '16:9', duration: 3 }, unpriced, { why: 'outside' }],
      ]),
    ],
  },
  {
    number: 9,
    name: 'per source frame',
    parts: [
      comfy('topaz-video', [
        [
          { upscaler: 'Starlight (Astra) Fast', resolution: 'FullHD (1080p)', interpolation: 'Disabled', frames: 100 },
          '43',
          { approximate: true },
        ],
        [
          { upscaler: 'Starlight (Astra) Fast', resolution: '4K (2160p)', interpolation: 'Disabled', frames: 100 },
          '85',
        ],
        [
          { upscaler: 'Starlight (Astra) Fast', resolution: 'FullHD (1080p)', interpolation: 'apo-8', frames: 100 },
          '57',
        ],
        [{ upscaler: 'Starlight (Astra) Fast', resolution: '4K (2160p)', interpolation: 'apo-8', frames: 100 }, '113'],
      ]),
    ],
  },
  {
    number: 10,
    name: 'per 30 frames',
    parts: [
      comfy('beeble-switchx-video', [
        [{ resolution: '720p', frames: 30 }, '30.17'],
        [{ resolution: '720p', frames: 31 }, '60.34'],
        [{ resolution: '1080p', frames: 30 }, '90.52'],
      ]),
    ],
  },
  {
    number: 11,
    name: 'tokens derived from geometry',
    parts: [
      {
        feature: tokens20,
        asks: [
          [{ width: 1280, height: 720, fps: 24, input: 0, output: 5, kind: 'no video' }, '228.096'],
          [{ width: 1280, height: 720, fps: 24, input: 2, output: 5, kind: 'video' }, '196.1064'],
          [{ width: 3840, height: 2160, fps: 24, input: 0, output: 5, kind: '4k' }, '1173.204'],
        ],
      },
      comfy('seedance-2', [[{ model: 'Seedance 2.0', resolution: '720p', videoInput: false, duration: 5 }, '228.096']]),
    ],
  },
  {
    number: 12,
    name: 'tokens known only after the run',
    parts: [
      {
        feature: {
          ...one({ tokens: number(0, undefined, 'tokens') }, { meter: 'tokens', per: 1000000, amount: '40' }),
          currency: 'USD',
        },
        asks: [
          [{ tokens: 272 }, '0.01088'],
          [{ tokens: 1056 }, '0.04224'],
          [{ tokens: 4160 }, '0.1664'],
          [{}, unpriced, { why: 'unread', rate: '0.00004' }],
        ],
      },
      comfy('gpt-image', [[{ model: 'gpt-image-1', outputImageTokens: 0 }, unpriced, uncounted]]),
    ],
  },
  {
    number: 13,
    name: 'per megapixel, the first one dearer, input and output',
    parts: [
      {
        feature: {
          dimensions: { model: choice('pro', 'max', 'klein'), output: number(0, 4), input: number(0, 32) },
          charges: [
            {
              name: 'output',
              rates: (['pro 3 1.5', 'max 7 3', 'klein 1.4 0.1'] as const).map((line) => {
                const [model, first, more] = line.split(' ') as [string, string, string]
                const tiers = [{ upTo: 1, amount: first }, { amount: more }]
                return { match: { model }, amount: { of: 'output', min: 1, round: 'up' as const, tiers } }
              }),
            },
            {
              name: 'input',
              meter: { of: 'input', round: 'up' },
              amount: table('model', { pro: '1.5', max: '3', klein: '0.1' }),
            },
          ],
        },
        asks: [
          [{ model: 'pro', output: 1, input: 0 }, '3'],
          [{ model: 'pro', output: '1.01', input: 0 }, '4.5'],
          [{ model: 'pro', output: 2, input: 1 }, '6'],
          [{ model: 'max', output: 2, input: 0 }, '10'],
          [{ model: 'klein', output: 4, input: 0 }, '1.7'],
        ],
      },
    ],
  },
  {
    number: 14,
    name: 'per megapixel rounded up',
    parts: [
      {
        feature: {
          ...one(
            { model: choice('dev', 'schnell', 'fill', '1.1 pro'), width: number(1), height: number(1) },
            {
              meter: ['width', 'height'],
              per: 1000000,
              round: 'up',
              amount: table('model', { dev: '0.025', schnell: '0.003', fill: '0.05', '1.1 pro': '0.04' }),
            },
          ),
          currency: 'USD',
        },
        asks: [
          [{ model: 'dev', width: 1024, height: 768 }, '0.025'],
          [{ model: 'dev', width: 1000, height: 1000 }, '0.025'],
          [{ model: 'dev', width: 1024, height: 1024 }, '0.05'],
          [{ model: 'schnell', width: 1000, height: 1000 }, '0.003'],
          [{ model: 'fill', width: 1000, height: 1000 }, '0.05'],
          [{ model: '1.1 pro', width: 1000, height: 1001 }, '0.08'],
        ],
      },
    ],
  },
  {
    number: 15,
    name: 'megapixel bands',
    parts: [
      comfy('hitpaw-image-enhance', [
        [{ model: 'generative', megapixels: '7.99' }, '10.55'],
        [{ model: 'generative', megapixels: 8 }, '12.66'],
        [{ model: 'generative', megapixels: '11.99' }, '12.66'],
        [{ model: 'generative', megapixels: 12 }, '16.88'],
        [{ model: 'generative', megapixels: '23.99' }, '16.88'],
        [{ model: 'generative', megapixels: 24 }, '31.65'],
        [{ model: 'generative', megapixels: 34 }, '31.65'],
        [{ model: 'generative', megapixels: '34.01' }, unpriced, { why: 'outside' }],
      ]),
      comfy('seedream', [
        [{ model: 'seedream 5.0 pro', resolution: 'custom', megapixels: '2.36', references: 0 }, '9.5'],
        [{ model: 'seedream 5.0 pro', resolution: 'custom', megapixels: '2.361', references: 0 }, '18.99'],
      ]),
      comfy('qwen-image', [
        [{ model: 'qwen-image-3.0-pro', task: 'Text to Image', megapixels: '2.25', images: 1 }, '12.07'],
        [{ model: 'qwen-image-3.0-pro', task: 'Text to Image', megapixels: '2.251', images: 1 }, '22.63'],
      ]),
    ],
  },
  {
    number: 16,
    name: 'bands of the longer edge',
    parts: [
      {
        feature: {
          ...one(
            { width: number(1), height: number(1) },
            {
              rates: [
                { match: { longEdge: { above: 4096 } }, notOffered: 'at most 4096 pixels' },
                { match: { longEdge: { above: 2048 } }, amount: '3' },
                { match: { longEdge: { max: 2048 } }, amount: '2' },
              ],
            },
          ),
          meters: { longEdge: { of: 'width', min: 'height' } },
        },
        asks: [
          [{ width: 2048, height: 1000 }, '2'],
          [{ width: 1000, height: 2049 }, '3'],
          [{ width: 4096, height: 4096 }, '3'],
          [{ width: 4097, height: 10 }, unpriced, { why: 'not-offered' }],
        ],
      },
    ],
  },
  {
    number: 17,
    name: 'stepped upscale, each step on its own input',
    parts: [
      comfy('magnific-upscale', [
        [{ megapixels: 1, scale: '4x' }, '143.64'],
        [{ tool: 'Precise V2', megapixels: '1.3', scale: '2x' }, '35.91'],
        [{ tool: 'Precise V2', megapixels: '1.31', scale: '2x' }, '71.82'],
        [{ tool: 'Precise V2', megapixels: 3, scale: '2x' }, '71.82'],
        [{ tool: 'Precise V2', megapixels: '3.01', scale: '2x' }, '107.73'],
        [{ tool: 'Precise V2', megapixels: '6.4', scale: '2x' }, '107.73'],
        [{ tool: 'Precise V2', megapixels: '6.41', scale: '2x' }, '430.88'],
      ]),
    ],
  },
  {
    number: 18,
    name: 'per pixel, frame rate and time',
    parts: [
      {
        feature: one(
          { width: number(1), height: number(1), fps: number(1), seconds: number(0) },
          {
            meter: { of: ['width', 'height', 'fps', 'seconds'], min: 100000000, per: 100000000 },
            amount: '1',
          },
        ),
        asks: [
          [{ width: 1280, height: 720, fps: 25, seconds: 10 }, '2.3', { printedTo: '0.1' }],
          [{ width: 1280, height: 720, fps: 25, seconds: 4 }, '1'],
          [{ width: 1280, height: 720, fps: 25, seconds: 5 }, '1.152'],
        ],
      },
    ],
  },
  {
    number: 19,
    name: 'per block of 8 output megapixels',
    parts: [
      comfy('topaz-image', [
        [{ model: 'Reimagine', megapixels: 8 }, '67.52'],
        [{ model: 'Reimagine', megapixels: '8.01' }, '135.04'],
        [{ model: 'Bloom 2', megapixels: 8 }, '96.55'],
        [{ model: 'Wonder 3.5', megapixels: 8 }, '24.14'],
      ]),
    ],
  },
  {
    number: 20,
    name: 'per character and per block of characters',
    parts: [
      comfy('elevenlabs-speech', [
        [{ characters: 1000 }, '50.64'],
        [{ characters: 500 }, '25.32'],
      ]),
      runway('text-to-speech', [
        [{ characters: 50 }, '1'],
        [{ characters: 51 }, '2'],
      ]),
      {
        feature: one({ characters: number(0) }, { meter: 'characters', per: 540, round: 'up', amount: '1' }),
        asks: [
          [{ characters: 540 }, '1'],
          [{ characters: 541 }, '2'],
        ],
      },
    ],
  },
  {
    number: 21,
    name: 'per minute of audio, in or out',
    parts: [
      comfy('elevenlabs-audio', [
        [{ tool: 'ElevenLabs Speech to Text', minutes: 1 }, '1.54'],
        [{ tool: 'ElevenLabs Text to Sound Effects', minutes: 1 }, '29.54'],
      ]),
      runway('voice-isolation', [[{ seconds: 6 }, '1']]),
      runway('voice-dubbing', [[{ seconds: 2 }, '1']]),
      runway('speech-to-speech', [[{ seconds: 3 }, '1']]),
    ],
  },
  {
    number: 22,
    name: 'input length, output length, or both',
    parts: [
      comfy('wan-video-edit', [[{ resolution: '720p', input: 5, duration: 5 }, '211']]),
      comfy('kling-video-edit', [[{ model: 'kling-v3-omni', resolution: '720p', duration: 5 }, '132.95']]),
      comfy('happyhorse-edit', [[{ resolution: '720P', duration: 5 }, '147.7']]),
      comfy('grok-video-edit', [[{ input: 5, output: 5 }, '126.6']]),
    ],
  },
  {
    number: 23,
    name: 'tasks times languages',
    parts: [
      {
        feature: one(
          { seconds: number(0), languages: number(1) },
          { meter: [{ of: 'seconds', per: 15, round: 'up' }, 'languages'], amount: '1' },
        ),
        asks: [
          [{ seconds: 15, languages: 2 }, '2'],
          [{ seconds: 16, languages: 2 }, '4'],
        ],
      },
      {
        feature: one(
          { task: choice('subtitles', 'dubbing'), minutes: number(0), languages: number(1) },
          { meter: ['minutes', 'languages'], amount: table('task', { subtitles: '1', dubbing: '3' }) },
        ),
        asks: [
          [{ task: 'subtitles', minutes: 1, languages: 3 }, '3'],
          [{ task: 'dubbing', minutes: 1, languages: 1 }, '3'],
        ],
      },
    ],
  },
  {
    number: 24,
    name: 'GPU time, which no one knows before the run',
    parts: [
      comfy('cloud-gpu', [
        [{ seconds: 100 }, '26.6'],
        [{}, unpriced, { why: 'unread', rate: '0.266' }],
      ]),
      {
        feature: { ...one({ hours: number(0) }, { meter: 'hours', amount: '4.50' }), currency: 'USD' },
        asks: [
          [{ hours: 2 }, '9'],
          [{}, unpriced, { why: 'unread', rate: '4.5' }],
        ],
      },
      {
        feature: one(
          { speed: choice('fast', 'turbo'), minutes: number(0) },
          { meter: 'minutes', amount: table('speed', { fast: '1', turbo: '2' }) },
        ),
        asks: [
          [{ speed: 'fast', minutes: 1 }, '1'],
          [{ speed: 'turbo', minutes: 1 }, '2'],
        ],
      },
    ],
  },
  {
    number: 25,
    name: 'several units for one credit',
    parts: [
      {
        feature: one({ texts: number(1) }, { meter: 'texts', per: 5, amount: '1' }),
        asks: [
          [{ texts: 5 }, '1'],
          [{ texts: 10 }, '2'],
        ],
      },
      {
        feature: one({ images: number(1) }, { meter: 'images', per: 4, amount: '0.1' }),
        asks: [
          [{ images: 4 }, '0.1'],
          [{ images: 8 }, '0.2'],
        ],
      },
    ],
  },
  {
    number: 26,
    name: 'storage, per gigabyte and day',
    parts: [
      {
        feature: one({ gigabytes: number(0), days: number(0) }, { meter: ['gigabytes', 'days'], amount: '1.3' }),
        asks: [
          [{ gigabytes: 1, days: 1 }, '1.3'],
          [{ gigabytes: 2, days: 3 }, '7.8'],
        ],
      },
    ],
  },
]
