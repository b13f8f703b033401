import { comfy, choice, number, one, table, toggle, type Shape } from './shape'

const block = (seconds: number, amount = '1') =>
  one({ seconds: number(0, undefined, 's') }, { meter: 'seconds', per: seconds, round: 'up', amount })
const vyndra = {
  ...one({ raw: number(0), runs: number(1) }, { meter: ['run', 'runs'], amount: '1' }),
  meters: { run: { of: 'raw', min: '4', round: 'up' as const } },
  total: { round: 'up' as const },
}

/** C. Rounding, floors and free amounts. */
export const rounding: Shape[] = [
  {
    number: 48,
    name: 'started blocks of time count whole',
    parts: [
      {
        feature: one(
          { seconds: number(0, undefined, 's') },
          { meter: { of: 'seconds', per: 30, round: 'up' }, amount: '30' },
        ),
        asks: [
          [{ seconds: 60 }, '60'],
          [{ seconds: 61 }, '90'],
        ],
      },
      {
        feature: block(15),
        asks: [
          [{ seconds: 15 }, '1'],
          [{ seconds: 16 }, '2'],
        ],
      },
      {
        feature: block(10),
        asks: [
          [{ seconds: 10 }, '1'],
          [{ seconds: '10.1' }, '2'],
        ],
      },
      {
        feature: block(5, '5'),
        asks: [
          [{ seconds: 9 }, '10'],
          [{ seconds: 10 }, '10'],
        ],
      },
    ],
  },
  {
    number: 49,
    name: 'rounded down, in the user’s favour',
    parts: [
      {
        feature: one({ seconds: number(0) }, { meter: 'seconds', per: 60, round: 'down', amount: '1' }),
        asks: [
          [{ seconds: 650 }, '10'],
          [{ seconds: 659 }, '10'],
          [{ seconds: 660 }, '11'],
        ],
      },
    ],
  },
  {
    number: 50,
    name: 'no rounding, to the second',
    parts: [
      {
        feature: one({ seconds: number(0) }, { meter: 'seconds', per: 60, amount: '1' }),
        asks: [[{ seconds: 6 }, '0.1']],
      },
      {
        feature: one({ seconds: number(0) }, { meter: { of: 'seconds', min: 30, round: 'up' }, amount: '1' }),
        asks: [
          [{ seconds: 12 }, '30'],
          [{ seconds: 30 }, '30'],
          [{ seconds: 31 }, '31'],
        ],
      },
    ],
  },
  {
    number: 51,
    name: 'a minimum charge',
    parts: [
      {
        feature: { ...one({ minutes: number(0) }, { meter: 'minutes', amount: '8' }), total: { min: 20 } },
        asks: [
          [{ minutes: 2 }, '20'],
          [{ minutes: '2.5' }, '20'],
          [{ minutes: 3 }, '24'],
        ],
      },
    ],
  },
  {
    number: 52,
    name: 'the order of rounding',
    parts: [
      {
        feature: vyndra,
        asks: [
          [{ raw: '4.2', runs: 3 }, '15'],
          [{ raw: '3.9', runs: 3 }, '12'],
        ],
      },
      {
        feature: {
          ...one({ raw: number(0), runs: number(1) }, { meter: ['raw', 'runs'], amount: '1' }),
          total: { round: 'up' },
        },
        asks: [[{ raw: '4.2', runs: 3 }, '13']],
      },
      {
        feature: one(
          { references: number(0) },
          { meter: 'references', amount: [{ of: '0.00298', round: 'nearest', to: '0.0001' }, '211'] },
        ),
        asks: [[{ references: 1 }, '0.633']],
      },
    ],
  },
  {
    number: 53,
    name: 'fractions of a credit',
    parts: [
      { feature: one({}, { amount: '0.25' }), asks: [[{}, '0.25']] },
      { feature: one({ blocks: number(0) }, { meter: 'blocks', amount: '0.05' }), asks: [[{ blocks: 3 }, '0.15']] },
      comfy('sonilo-music', [[{ tool: 'Sonilo Text to Music', duration: 1 }, '0.5275']]),
    ],
  },
  {
    number: 54,
    name: 'the first unit is free',
    parts: [
      {
        feature: one({ exported: number(0) }, { rates: [{ match: { exported: 0 }, amount: '0' }, { amount: '1' }] }),
        asks: [
          [{ exported: 0 }, '0'],
          [{ exported: 1 }, '1'],
          [{}, '0..1'],
        ],
      },
      {
        feature: one(
          { images: number(1) },
          { amount: { of: 'images', tiers: [{ upTo: 1, amount: '0' }, { amount: '0.63' }] } },
        ),
        asks: [
          [{ images: 1 }, '0'],
          [{ images: 2 }, '0.63'],
        ],
      },
    ],
  },
  {
    number: 55,
    name: 'only what an edit adds is billed',
    parts: [
      {
        feature: {
          dimensions: { added: number(0), replaced: number(0), removed: number(0) },
          charges: [
            { name: 'new words', meter: 'added', amount: '1' },
            { name: 'replaced words', meter: 'replaced', amount: '2' },
            { name: 'removed words', meter: 'removed', amount: '0' },
          ],
        },
        asks: [
          [{ added: 0, replaced: 0, removed: 40 }, '0'],
          [{ added: 3, replaced: 2, removed: 0 }, '7'],
          [{ replaced: 0, removed: 0 }, 'unpriced', { why: 'unread', rate: '1' }],
        ],
      },
    ],
  },
  {
    number: 56,
    name: 'a tool that is free',
    parts: [
      comfy('tripo-tools', [[{ tool: 'Tripo: Import Model' }, '0']]),
      { feature: one({}, { amount: '0' }), asks: [[{}, '0']] },
    ],
  },
  {
    number: 57,
    name: 'unlimited and relaxed modes',
    parts: [
      {
        feature: one({ mode: choice('fast', 'relaxed') }, { amount: table('mode', { fast: '1', relaxed: '0' }) }),
        asks: [
          [{ mode: 'fast' }, '1'],
          [{ mode: 'relaxed' }, '0'],
          [{}, '0..1'],
        ],
      },
      {
        feature: one(
          { slowed: toggle, surface: choice('app', 'api') },
          {
            rates: [
              { match: { surface: 'app' }, amount: '0' },
              { match: { surface: 'api' }, amount: '5' },
            ],
          },
        ),
        asks: [
          [{ surface: 'app', slowed: true }, '0'],
          [{ surface: 'api' }, '5'],
        ],
      },
    ],
    plans: [
      [
        'relaxed runs wait 0 to 10 minutes',
        { name: 'Standard', entitlements: [{ mode: 'relaxed', match: { mode: 'relaxed' }, wait: '0..600' }] },
        true,
      ],
      [
        'unlimited in the app only, slower past a hidden meter',
        {
          name: 'Pro',
          entitlements: [{ mode: 'unlimited', surface: 'app' }],
          limits: [{ kind: 'runs', max: null, over: 'slower' }],
        },
        true,
      ],
    ],
  },
  {
    number: 58,
    name: 'a daily amount: reset, topped up, or added',
    plans: [
      [
        '150 a day, reset',
        {
          name: 'Free',
          grants: [{ kind: 'daily', amount: 150, every: 'day', expires: 'period-end', refill: 'reset' }],
        },
        true,
      ],
      [
        'topped up to 30',
        { name: 'Free', grants: [{ kind: 'daily', amount: 30, every: 'day', expires: 'never', refill: 'top-up-to' }] },
        true,
      ],
      [
        'another refill is unknown',
        { name: 'Free', grants: [{ kind: 'daily', amount: 30, every: 'day', expires: 'never', refill: 'stack' }] },
        false,
      ],
    ],
    balances: [
      {
        rest: {},
        asks: [
          [
            'what ends today is spent before the month’s',
            '40',
            {
              grants: [
                { id: 'month', kind: 'plan', amount: '100', expires: Date.parse('2026-12-01') },
                { id: 'day', kind: 'daily', amount: '30', expires: Date.parse('2026-11-11') },
              ],
            },
            {
              balance: '130',
              drains: [
                { grant: { id: 'day' }, amount: { high: '30' } },
                { grant: { id: 'month' }, amount: { high: '10' } },
              ],
            },
          ],
        ],
      },
    ],
  },
  {
    number: 59,
    name: 'trial runs of one model, once',
    plans: [
      [
        '3 runs in a lifetime',
        {
          name: 'Free',
          grants: [
            {
              kind: 'trial',
              amount: 3,
              currency: 'runs',
              every: 'once',
              expires: { count: 7, unit: 'day' },
              features: ['run'],
            },
          ],
        },
        true,
      ],
    ],
    balances: [
      {
        rest: {},
        asks: [
          [
            'the third is left',
            '1',
            { balance: '9', limits: [{ kind: 'runs', feature: 'run', max: 3, used: 2 }] },
            { status: 'enough' },
          ],
          [
            'a fourth is stopped',
            '1',
            { balance: '9', limits: [{ kind: 'runs', feature: 'run', max: 3, used: 3 }] },
            { status: 'limit', binding: { kind: 'runs', left: '0' } },
          ],
        ],
      },
    ],
  },
]
