import { choice, comfy, number, one, runway, table, toggle, type Shape } from './shape'

const unpriced = 'unpriced'
const hunyuan = { model: '3.0', type: 'Normal', pbr: false, faceCount: 500000, multiview: false }
const tripo = { tool: 'Image to Model', texture: true, textureQuality: 'standard', quad: false }
const convert = {
  quad: false,
  faceLimit: null,
  textureSize: 4096,
  textureFormat: 'JPEG',
  flattenBottom: false,
  pivotToCenterBottom: false,
  flattenThreshold: 0,
  scaleFactor: 1,
}
const h3 = { task: 'Reference to Video', resolution: '768P', duration: 5, referenceVideos: 0 }
const seedance = { model: 'Seedance 2.0', resolution: '720p', duration: 5 }
const ofImages = (batch: Record<string, string>) =>
  one({ images: choice(...Object.keys(batch)) }, { amount: table('images', batch) })
const ofPlans = (perPlan: Record<string, string>) =>
  one({ plan: choice(...Object.keys(perPlan)) }, { amount: table('plan', perPlan) })

/** B. What changes the price. */
export const modifiers: Shape[] = [
  {
    number: 27,
    name: 'options that add up',
    parts: [
      comfy('hunyuan3d', [
        [hunyuan, '105.5'],
        [{ ...hunyuan, pbr: true }, '147.7'],
        [{ ...hunyuan, faceCount: 499999 }, '147.7'],
        [{ ...hunyuan, pbr: true, faceCount: 40000, multiview: true }, '232.1'],
      ]),
      comfy('tripo', [
        [{ ...tripo, model: 'v2.5-20250123' }, '63.3'],
        [{ ...tripo, model: 'v2.5-20250123', quad: true }, '73.85'],
      ]),
      comfy('rodin-3d', [
        [{ generation: 'Gen-2.5', mode: 'Regular', highPack: false }, '158.25'],
        [{ generation: 'Gen-2.5', mode: 'Regular', highPack: true }, '327.05'],
        [{ generation: 'Gen-2.5', mode: 'Extreme-High', highPack: true }, '485.3'],
      ]),
    ],
  },
  {
    number: 28,
    name: 'an option priced only for some versions',
    parts: [
      comfy('tripo', [
        [{ ...tripo, model: 'v3.0-20250812', geometry: 'standard' }, '63.3'],
        [{ ...tripo, model: 'v3.0-20250812', geometry: 'detailed' }, '105.5'],
        [{ ...tripo, model: 'v2.5-20250123', geometry: 'detailed' }, '63.3'],
      ]),
      {
        feature: {
          dimensions: { input: choice('image', 'multiview'), quad: toggle },
          charges: [
            { name: 'model', amount: '63.3' },
            {
              name: 'quad',
              when: { quad: true },
              rates: [
                { match: { input: 'multiview' }, notOffered: 'no quads from several views' },
                { match: { input: 'image' }, amount: '10.55' },
              ],
            },
          ],
        },
        asks: [
          [{ input: 'image', quad: true }, '73.85'],
          [{ input: 'multiview', quad: true }, unpriced, { why: 'not-offered' }],
          [{ input: 'multiview', quad: false }, '63.3'],
        ],
      },
    ],
  },
  {
    number: 29,
    name: 'any of many settings lifts the tier',
    parts: [
      comfy('tripo-convert', [
        [convert, '10.55'],
        [{ ...convert, quad: true }, '21.1'],
        [{ ...convert, faceLimit: 10000 }, '21.1'],
        [{ ...convert, textureSize: 4095 }, '21.1'],
        [{ ...convert, textureFormat: 'PNG' }, '21.1'],
        [{ ...convert, scaleFactor: '1.1' }, '21.1'],
        [{ ...convert, quad: true, textureFormat: 'PNG' }, '21.1'],
        [{ quad: false }, '10.55..21.1'],
      ]),
    ],
  },
  {
    number: 30,
    name: 'multipliers, here on an invented base of 10',
    parts: [
      {
        feature: one(
          { resolution: choice('480p', '720p', '1080p', '4k') },
          { meter: '10', amount: table('resolution', { '480p': '0.8', '720p': '1', '1080p': '1.5', '4k': '3' }) },
        ),
        asks: [
          [{ resolution: '480p' }, '8'],
          [{ resolution: '720p' }, '10'],
          [{ resolution: '1080p' }, '15'],
          [{ resolution: '4k' }, '30'],
        ],
      },
      {
        feature: one(
          { hd: toggle, burst: toggle },
          { meter: ['10', table('hd', { true: '2', false: '1' })], amount: table('burst', { true: '2', false: '1' }) },
        ),
        asks: [
          [{ hd: true, burst: false }, '20'],
          [{ hd: true, burst: true }, '40'],
        ],
      },
      {
        feature: {
          ...one(
            { size: choice('S', 'L'), quality: choice('low', 'high'), images: number(1), speed: toggle, edit: toggle },
            {
              meter: [
                table('size', { S: '1', L: '1.4' }),
                table('quality', { low: '1', high: '1.5' }),
                table('speed', { true: '1.3', false: '1' }),
                table('edit', { true: '1.1', false: '1' }),
                'images',
              ],
              amount: '2',
            },
          ),
          total: { round: 'up' },
        },
        asks: [
          [{ size: 'S', quality: 'low', speed: false, edit: false, images: 1 }, '2'],
          [{ size: 'L', quality: 'high', speed: true, edit: true, images: 3 }, '19'],
        ],
      },
    ],
  },
  {
    number: 31,
    name: 'an operation costs what its model costs',
    parts: [
      {
        feature: one(
          { operation: choice('create', 'remix', 'outpaint', 'upscale'), model: choice('raster', 'vector') },
          {
            rates: [
              { match: { operation: 'upscale' }, amount: '3' },
              {
                match: { operation: ['create', 'remix', 'outpaint'] },
                amount: table('model', { raster: '1', vector: '2' }),
              },
            ],
          },
        ),
        asks: [
          [{ operation: 'remix', model: 'raster' }, '1'],
          [{ operation: 'outpaint', model: 'vector' }, '2'],
          [{ operation: 'upscale' }, '3'],
        ],
      },
    ],
  },
  {
    number: 32,
    name: 'priced by the model that made the source',
    parts: [
      {
        feature: one(
          { sourceModel: choice('A', 'B', 'C', 'D') },
          { amount: table('sourceModel', { A: '0.5', B: '1', C: '2', D: '4' }) },
        ),
        asks: [
          [{ sourceModel: 'A' }, '0.5'],
          [{ sourceModel: 'D' }, '4'],
          [{}, '0.5..4'],
        ],
      },
    ],
  },
  {
    number: 33,
    name: 'references',
    parts: [
      comfy('luma-uni', [
        [{ model: 'uni-1', task: 'generation', references: 0 }, '8.52'],
        [{ model: 'uni-1', task: 'generation', references: 1 }, '9.15'],
        [{ model: 'uni-1', task: 'generation', references: 9 }, '14.19'],
        [{ model: 'uni-1', task: 'generation', references: 10 }, unpriced, { why: 'outside' }],
      ]),
      comfy('minimax-h3', [
        [{ ...h3, references: 5 }, '135.8'],
        [{ ...h3, references: 6 }, '147.87'],
      ]),
      {
        feature: one(
          { outputs: number(1), references: number(0) },
          { amount: { of: { sum: ['outputs', 'references'] }, tiers: [{ upTo: 1, amount: '0' }, { amount: '0.63' }] } },
        ),
        asks: [
          [{ outputs: 1, references: 0 }, '0'],
          [{ outputs: 1, references: 1 }, '0.63'],
          [{ outputs: 3, references: 2 }, '2.52'],
        ],
      },
      {
        feature: one({ guides: choice('2', '3', '4') }, { amount: table('guides', { 2: '3', 3: '5', 4: '7' }) }),
        asks: [
          [{ guides: 2 }, '3'],
          [{ guides: 4 }, '7'],
        ],
      },
    ],
  },
  {
    number: 34,
    name: 'the kind of reference changes the rate',
    parts: [
      comfy('krea-2', [
        [{ model: 'Krea 2 Medium', moodboard: false, styleReference: false }, '6.33'],
        [{ model: 'Krea 2 Medium', moodboard: false, styleReference: true }, '7.39'],
        [{ model: 'Krea 2 Medium', moodboard: true }, '8.44'],
      ]),
      comfy('seedance-2', [
        [{ ...seedance, videoInput: false }, '228.096'],
        [{ ...seedance, videoInput: true, source: 10 }, '420.228'],
      ]),
    ],
  },
  {
    number: 35,
    name: 'a linear batch',
    parts: [
      comfy('recraft-image', [
        [{ model: 'recraftv4', images: 1 }, '8.44'],
        [{ model: 'recraftv4', images: 3 }, '25.32'],
      ]),
      {
        feature: one({ videos: number(1) }, { meter: 'videos', amount: '500' }),
        asks: [
          [{ videos: 1 }, '500'],
          [{ videos: 2 }, '1000'],
          [{ videos: 10 }, '5000'],
        ],
      },
    ],
  },
  {
    number: 36,
    name: 'a batch that is not linear',
    parts: [
      {
        feature: one(
          { pipeline: choice('Alchemy', 'Alchemy V2', 'Lightning XL'), images: choice('1', '4') },
          {
            amount: table('pipeline images', {
              Alchemy: { 1: '8', 4: '18' },
              'Alchemy V2': { 1: '16', 4: '26' },
              'Lightning XL': { 1: '10', 4: '12' },
            }),
          },
        ),
        asks: [
          [{ pipeline: 'Alchemy', images: 1 }, '8'],
          [{ pipeline: 'Alchemy', images: 4 }, '18'],
          [{ pipeline: 'Alchemy V2', images: 4 }, '26'],
          [{ pipeline: 'Lightning XL', images: 4 }, '12'],
        ],
      },
      {
        feature: ofImages({ 1: '3', 2: '6', 3: '8', 4: '10' }),
        asks: [
          [{ images: 2 }, '6'],
          [{ images: 3 }, '8'],
          [{ images: 4 }, '10'],
        ],
      },
    ],
  },
  {
    number: 37,
    name: 'a batch that is forced',
    parts: [
      { card: 'luma', feature: 'photon-image', asks: [[{}, '16']] },
      { feature: { ...one({}, { amount: '10' }), outputs: 2 }, asks: [[{}, '10']] },
      { feature: { ...one({}, { amount: '200' }), outputs: 4 }, asks: [[{}, '200']] },
    ],
  },
  {
    number: 38,
    name: 'speed lanes',
    parts: [
      comfy('ideogram-v4', [
        [{ speed: 'TURBO' }, '9.05'],
        [{ speed: 'DEFAULT' }, '18.1'],
        [{ speed: 'QUALITY' }, '30.17'],
      ]),
      comfy('heygen-video-translate', [
        [{ mode: 'speed', seconds: 1 }, '10.05'],
        [{ mode: 'precision', seconds: 1 }, '20.13'],
      ]),
      {
        feature: {
          ...one(
            { lane: choice('standard', 'batch') },
            { amount: table('lane', { standard: '0.134', batch: '0.067' }) },
          ),
          currency: 'USD',
        },
        asks: [
          [{ lane: 'standard' }, '0.134'],
          [{ lane: 'batch' }, '0.067'],
        ],
      },
    ],
  },
  {
    number: 39,
    name: 'chained fees',
    parts: [
      {
        feature: {
          dimensions: { refine: toggle },
          charges: [
            { name: 'preview', amount: '20' },
            { name: 'refine', when: { refine: true }, amount: '10' },
          ],
        },
        asks: [
          [{ refine: false }, '20'],
          [{ refine: true }, '30'],
        ],
      },
      runway('realtime-avatar', [
        [{ seconds: 6 }, '4'],
        [{ seconds: 7 }, '6'],
      ]),
      {
        feature: {
          dimensions: { messages: number(0), actions: number(0) },
          charges: [
            { name: 'messages', meter: 'messages', amount: '2' },
            { name: 'actions', meter: 'actions', amount: '1' },
          ],
        },
        asks: [[{ messages: 1, actions: 3 }, '5']],
      },
    ],
  },
  {
    number: 40,
    name: 'the surface decides',
    parts: [
      {
        feature: {
          ...one({ surface: choice('app', 'api') }, { amount: table('surface', { app: '0', api: '0.25' }) }),
          surface: ['app', 'api'],
        },
        asks: [
          [{ surface: 'app' }, '0'],
          [{ surface: 'api' }, '0.25'],
        ],
      },
      { card: 'luma', feature: 'text-to-video', asks: [[{}, unpriced, { surface: 'ios', why: 'surface' }]] },
    ],
  },
  {
    number: 41,
    name: 'the plan decides',
    parts: [
      {
        feature: ofPlans({ basic: '5', plus: '1' }),
        asks: [
          [{ plan: 'basic' }, '5'],
          [{ plan: 'plus' }, '1'],
          [{}, '1..5'],
        ],
      },
      {
        feature: ofPlans({ basic: '1', plus: '0.2' }),
        asks: [
          [{ plan: 'basic' }, '1'],
          [{ plan: 'plus' }, '0.2'],
        ],
      },
      {
        feature: one(
          { surface: choice('app', 'api'), seconds: number(0) },
          { meter: 'seconds', amount: table('surface', { app: '5', api: '15' }) },
        ),
        asks: [
          [{ surface: 'app', seconds: 10 }, '50'],
          [{ surface: 'api', seconds: 10 }, '150'],
        ],
      },
      {
        card: 'elevenlabs',
        feature: 'conversation',
        asks: [
          [{ plan: 'starter', minutes: 1, silence: 0, burst: false }, '454'],
          [{ plan: 'creator', minutes: 1, silence: 0, burst: false }, '400'],
        ],
      },
    ],
  },
  {
    number: 42,
    name: 'fixed in money, shown beside the button in credits of the plan',
    parts: [{ card: 'elevenlabs', feature: 'music', asks: [[{}, unpriced, { why: 'quote' }]] }],
  },
  {
    number: 43,
    name: 'the channel decides',
    parts: [
      {
        feature: one(
          { channel: choice('partner nodes', 'router') },
          {
            rates: [
              { match: { channel: 'router' }, unpriced: 'the router has a list of its own' },
              { match: { channel: 'partner nodes' }, amount: '12.66' },
            ],
          },
        ),
        asks: [
          [{ channel: 'partner nodes' }, '12.66'],
          [{ channel: 'router' }, unpriced, { why: 'quote' }],
          [{}, unpriced, { why: 'quote' }],
        ],
      },
    ],
  },
  {
    number: 44,
    name: 'a price that changes on a day',
    parts: [
      comfy(
        'nano-banana',
        (
          [
            ['gemini-3-pro-image', '25.32', '2026-08-06'],
            ['gemini-3-pro-image', '30.38', '2026-08-07'],
            ['gemini-3.1-flash-image', '12.66', '2026-08-06'],
            ['gemini-3.1-flash-image', '15.19', '2026-08-07'],
          ] as const
        ).map(([model, answer, on]) => [
          { model, inputTokens: 0, outputTextTokens: 0, outputImageTokens: 1000 },
          answer,
          { on },
        ]),
      ),
      comfy('gpt-image', [
        [{ model: 'gpt-image-2', inputTokens: 0, outputImageTokens: 1000000 }, '6330', { on: '2026-08-06' }],
        [{ model: 'gpt-image-2', inputTokens: 0, outputImageTokens: 1000000 }, '7600', { on: '2026-08-07' }],
      ]),
      comfy('seedance-2', [
        [{ ...seedance, videoInput: false }, '159.516', { on: '2026-05-04' }],
        [{ ...seedance, videoInput: false }, '228.096', { on: '2026-05-05' }],
      ]),
    ],
  },
  {
    number: 45,
    name: 'the end of a model',
    parts: [
      comfy('runway-video', [
        [{ model: 'gen3a_turbo', duration: 5 }, '75.45', { on: '2026-07-29' }],
        [{ model: 'gen3a_turbo', duration: 5 }, unpriced, { on: '2026-07-30', why: 'not-offered' }],
      ]),
      comfy('reve-image', [
        [{ model: 'reve-edit-fast@20251030', scaling: 1, removeBackground: false }, '2.11', { on: '2026-08-14' }],
        [
          { model: 'reve-edit-fast@20251030', scaling: 1, removeBackground: false },
          unpriced,
          { on: '2026-08-15', why: 'quote' },
        ],
      ]),
      comfy('sora-video', [
        [{ model: 'sora-2', size: '1280x720', duration: 4 }, '84.4', { on: '2026-09-30' }],
        [{ model: 'sora-2', size: '1280x720', duration: 4 }, unpriced, { on: '2026-10-01', why: 'quote' }],
      ]),
    ],
  },
  {
    number: 46,
    name: 'combinations that are not for sale',
    parts: [
      comfy('hailuo-02', [
        [{ resolution: '1080P', duration: '6' }, '103.39'],
        [{ resolution: '1080P', duration: '10' }, unpriced, { why: 'not-offered' }],
        [{ resolution: '1080P' }, '103.39'],
      ]),
      comfy('pixverse-video', [
        [{ quality: '1080p', duration: '5', motion: 'normal' }, '253.2'],
        [{ quality: '1080p', duration: '5', motion: 'fast' }, unpriced, { why: 'not-offered' }],
        [{ quality: '1080p', duration: '8', motion: 'normal' }, unpriced, { why: 'not-offered' }],
        [{ quality: '720p', duration: '8', motion: 'fast' }, '253.2'],
      ]),
      comfy('seedance-2', [
        [
          { model: 'Seedance 2.0 Fast', resolution: '1080p', videoInput: false, duration: 5 },
          unpriced,
          { why: 'not-offered' },
        ],
        [
          { model: 'Seedance 2.0 Mini', resolution: '4k', videoInput: false, duration: 5 },
          unpriced,
          { why: 'not-offered' },
        ],
      ]),
      {
        feature: one(
          { target: choice('2K', '4K'), longEdge: number(1) },
          {
            rates: [
              {
                match: [
                  { target: '2K', longEdge: { min: 2048 } },
                  { target: '4K', longEdge: { min: 4096 } },
                ],
                notOffered: 'the image is already that large',
              },
              { amount: table('target', { '2K': '1', '4K': '2' }) },
            ],
          },
        ),
        asks: [
          [{ target: '2K', longEdge: 2047 }, '1'],
          [{ target: '2K', longEdge: 2048 }, unpriced, { why: 'not-offered' }],
          [{ target: '4K', longEdge: 2048 }, '2'],
        ],
      },
    ],
  },
  {
    number: 47,
    name: 'a toggle that is ignored',
    parts: [
      comfy('kling-video', [
        [{ model: 'kling-3.0-turbo', resolution: '720p', audio: true, duration: 5 }, '118.15'],
        [{ model: 'kling-3.0-turbo', resolution: '720p', audio: false, duration: 5 }, '118.15'],
      ]),
      comfy('tripo', [
        [{ tool: 'Image to Model', model: 'v1.4-20240625', texture: true, quad: true }, '63.3'],
        [{ tool: 'Image to Model', model: 'v1.4-20240625', texture: false }, '63.3'],
      ]),
    ],
  },
]
