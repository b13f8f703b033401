import { expect, test } from 'vitest'
import type { Estimate } from '../../../core/result'
import { followQuote, quote, quoteIn } from '../../../extension/overlay/quote'

test.each([
  ['Create video · 60 credits', 'credits', '60', '60'],
  ['Generate (1,250 credits)', 'credits', '1250', '1250'],
  ['Generate 48–60 cr', 'credits', '48', '60'],
  ['Run · $0.05', 'USD', '0.05', '0.05'],
])('"%s" says what a run takes', (text, currency, low, high) => {
  expect(quoteIn(text, currency)).toEqual({ low, high })
})

test.each([
  ['Generate', 'credits'],
  ['Generate 4 videos', 'credits'],
  ['Upgrade for 500 credits, or 12 credits now', 'credits'],
  ['Generate · 60 credits', 'USD'],
  ['Generate · $5', 'credits'],
  ['Generate was 40 credits', 'credits'],
  ['Generate, 40 200 credits', 'credits'],
  ['Generate from 5 credits', 'credits'],
  ['Generieren ab 5 Credits', 'credits'],
  ['Générer dès 5 crédits', 'credits'],
  ['Generar desde 5 créditos', 'credits'],
  ['Generate · 12 credits/s', 'credits'],
  ['Generate · 12 credits per second', 'credits'],
  ['Generate 4 · 12 credits each', 'credits'],
  ['Generate 4 × 12 credits', 'credits'],
  ['Generate +5 credits', 'credits'],
  ['Generate ~12 credits', 'credits'],
  ['Generate, about 12 credits', 'credits'],
  ['Generate (min. 5 credits)', 'credits'],
  ['Generate · 300 credits left', 'credits'],
  ['Generate · 20% off 30 credits', 'credits'],
  ['Run · from $0.05', 'USD'],
  ['Run · $0.05 / image', 'USD'],
])('"%s" in %s says nothing', (text, currency) => {
  expect(quoteIn(text, currency)).toBeUndefined()
})

const takes = (total: string) =>
  ({ status: 'exact', currency: 'credits', total: { low: total, high: total } }) as unknown as Estimate

test.each([
  [
    'agrees',
    [
      ['60', '60'],
      ['90', '90'],
    ],
    'same same',
  ],
  [
    'is another',
    [
      ['67', '60'],
      ['101', '90'],
    ],
    'other other',
  ],
  [
    'does not move',
    [
      ['60', '60'],
      ['60', '90'],
      ['60', '120'],
    ],
    'same stuck stuck',
  ],
  [
    'follows a moment later',
    [
      ['60', '60'],
      ['60', '90'],
      ['90', '90'],
    ],
    'same stuck same',
  ],
] as const)('a page whose price %s', (_, steps, said) => {
  const quoteOf = followQuote()
  expect(steps.map(([quote, total]) => quoteOf(`Go · ${quote} credits`, takes(total))?.is).join(' ')).toBe(said)
})

test.each([
  ['beside the button', '<div><span>Costs 60 credits</span><button>Go</button></div>', '60'],
  ['under it', '<div><button>Go</button></div><p>This run uses 60 credits</p>', '60'],
  ['in another language', '<div><button>Los</button><small>Kostet 60 Credits</small></div>', '60'],
  ['in its description', '<p id="d">Price: 60 credits</p><div><button aria-describedby="d">Go</button></div>', '60'],
  ['nowhere: what is left', '<div><span>60 credits left</span><button>Go</button></div>', undefined],
  ['nowhere: a bare amount may be the balance', '<div><b>60 credits</b><button>Go</button></div>', undefined],
  [
    'nowhere: what another button takes',
    '<div><p>Upscale costs 4 credits</p><button>Go</button><button>Upscale</button></div>',
    undefined,
  ],
  ['nowhere: struck out', '<div><s>Costs 60 credits</s><button>Go</button></div>', undefined],
  ['nowhere: each of several', '<div><span>Costs 60 credits per image</span><button>Go</button></div>', undefined],
  ['nowhere: a plan', '<div><span>Costs 60 credits / month</span><button>Go</button></div>', undefined],
  [
    'nowhere: an option of a control',
    '<label>Costs 60 credits <input type="radio"></label><button>Go</button>',
    undefined,
  ],
  ['twice, differently', '<p>Costs 60 credits</p><p>Costs 90 credits</p><button>Go</button>', undefined],
  [
    'far away',
    '<p>Costs 60 credits</p><div><div><div><div><div><button>Go</button></div></div></div></div></div>',
    undefined,
  ],
])('a page says its price %s', (_, html, low) => {
  document.body.innerHTML = `<form>${html}</form>`
  const said = quote.saidAround(document.querySelector('button')!, document.querySelector('form')!)
  expect(quoteIn(said, 'credits')?.low).toBe(low)
})
