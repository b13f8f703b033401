import { expect, test } from 'vitest'
import { markup } from '../../../extension/binding/markup'
import { readForm } from '../../../extension/binding/read'
import { requestOf } from '../../../extension/binding/request'
import type { Dimension } from '../../../core/pricing'
import type { RateCard } from '../../../core/rate-card'

const model: Dimension = { type: 'choice', options: ['gen4_turbo', 'aleph'] }
const seconds: Dimension = { type: 'number', unit: 's', min: 1, max: 60 }
const audio: Dimension = { type: 'toggle' }
const clips: Dimension = { type: 'list', unit: 's', min: 1, max: 60 }
const labels = { it: { options: { gen4_turbo: ['Gen-4 Turbo', 'Turbo'] } } }

function reads(html: string, it: Dimension | Dimension[]) {
  const page = document.implementation.createHTMLDocument()
  page.body.innerHTML = `<form data-rate-card-feature="tool">${html}</form>`
  const [bound] = markup.find(page)
  const card = { features: { tool: { dimensions: { it } } }, labels } as unknown as RateCard
  return requestOf(card, 'tool', readForm(bound!)).it
}

const d = 'data-rate-card-dimension="it"'
const v = 'data-rate-card-value'

const cases: [string, string, Dimension | Dimension[], unknown][] = [
  [
    'a select by its value',
    `<select ${d}><option value="gen4_turbo">G<option value="aleph" selected>A</select>`,
    model,
    'aleph',
  ],
  [
    'a select by a label the card knows',
    `<select ${d}><option value="1" selected>gen-4 turbo</select>`,
    model,
    'gen4_turbo',
  ],
  ['a select by the page’s own word', `<select ${d}><option ${v}="aleph" selected>Best</select>`, model, 'aleph'],
  [
    'an option the card does not list, as it stands',
    `<select ${d}><option value="x9" selected>Gen-9</select>`,
    model,
    'Gen-9',
  ],
  ['an empty select is unread', `<select ${d}></select>`, model, undefined],
  ['a select of seconds', `<select ${d}><option selected>6 s</select>`, seconds, '6'],
  [
    'a choice of decimals by its measure',
    `<select ${d}><option selected>10 s</select>`,
    { type: 'choice', options: ['5', '10'] },
    '10',
  ],
  [
    'radios in a fieldset',
    `<fieldset ${d}><label><input type=radio name=a value=aleph checked>A</label><label><input type=radio name=a value=gen4_turbo>G</label></fieldset>`,
    model,
    'aleph',
  ],
  [
    'radios by the words of their label',
    `<fieldset ${d}><label><input type=radio name=a value=0 checked> Turbo </label></fieldset>`,
    model,
    'gen4_turbo',
  ],
  [
    'two radios checked at once are unread',
    `<div ${d}><input type=radio name=a value=aleph checked><input type=radio name=b value=gen4_turbo checked></div>`,
    model,
    undefined,
  ],
  ['no radio checked is unread', `<div ${d}><input type=radio name=a value=aleph></div>`, model, undefined],
  ['a checked box', `<input type=checkbox ${d} checked>`, audio, true],
  ['an unchecked box', `<input type=checkbox ${d}>`, audio, false],
  ['a number field', `<input type=number ${d} value=5>`, seconds, '5'],
  ['an empty number field is unread', `<input type=number ${d}>`, seconds, undefined],
  ['a number past the limits stays, for the estimate to refuse', `<input type=number ${d} value=600>`, seconds, '600'],
  ['a range input', `<input type=range ${d} min=0 max=60 value=12>`, seconds, '12'],
  ['a text field with a unit', `<input ${d} value="0:30">`, seconds, '30'],
  [
    'a wrapper whose slider and box agree',
    `<div ${d}><input type=range value=5 max=60><input type=number value=5></div>`,
    seconds,
    '5',
  ],
  [
    'a wrapper whose slider and box disagree is unread',
    `<div ${d}><input type=range value=5 max=60><input type=number value=6></div>`,
    seconds,
    undefined,
  ],
  [
    'two controls of one dimension that agree',
    `<input ${d} value=5><select ${d}><option selected>5 s</select>`,
    seconds,
    '5',
  ],
  [
    'two controls of one dimension that disagree are unread',
    `<input ${d} value=5><input ${d} value=8>`,
    seconds,
    undefined,
  ],
  [
    'an ARIA radio group',
    `<div role=radiogroup ${d}><b role=radio aria-checked=false>Aleph</b><b role=radio aria-checked=true>Turbo</b></div>`,
    model,
    'gen4_turbo',
  ],
  [
    'an ARIA radio group with two checked is unread',
    `<div role=radiogroup ${d}><b role=radio aria-checked=true>Aleph</b><b role=radio aria-checked=true>Turbo</b></div>`,
    model,
    undefined,
  ],
  [
    'tabs',
    `<div role=tablist ${d}><b role=tab aria-selected=true ${v}=aleph>x</b><b role=tab aria-selected=false>Turbo</b></div>`,
    model,
    'aleph',
  ],
  [
    'a list box',
    `<ul role=listbox ${d}><li role=option aria-selected=true>Turbo<li role=option>Aleph</ul>`,
    model,
    'gen4_turbo',
  ],
  ['a combo box button', `<button role=combobox ${d}>Gen-4 Turbo</button>`, model, 'gen4_turbo'],
  [
    'a combo box whose value the page states',
    `<button role=combobox ${d} ${v}=aleph>Something</button>`,
    model,
    'aleph',
  ],
  ['an ARIA slider', `<div role=slider ${d} aria-valuenow=8 aria-valuetext="8 seconds"></div>`, seconds, '8'],
  ['an ARIA slider without a value is unread', `<div role=slider ${d}></div>`, seconds, undefined],
  ['a switch', `<button role=switch ${d} aria-checked=true></button>`, audio, true],
  ['a toggle button', `<button ${d} aria-pressed=false>Audio</button>`, audio, false],
  ['a mixed switch is unread', `<button role=checkbox ${d} aria-checked=mixed></button>`, audio, undefined],
  [
    'segments by class',
    `<div ${d}><b ${v}=aleph>1</b><b class=active ${v}=gen4_turbo>2</b></div>`,
    model,
    'gen4_turbo',
  ],
  [
    'segments by state',
    `<div ${d}><b data-state=on ${v}=aleph>1</b><b data-state=off ${v}=gen4_turbo>2</b></div>`,
    model,
    'aleph',
  ],
  [
    'segments without a mark are unread',
    `<div ${d}><b ${v}=aleph>1</b><b ${v}=gen4_turbo>2</b></div>`,
    model,
    undefined,
  ],
  ['a value the page states', `<div ${d} ${v}=aleph>Anything</div>`, model, 'aleph'],
  ['an empty value: known not to be there', `<div ${d} ${v}=""></div>`, seconds, null],
  ['an empty field that means not set', `<input type=number ${d} ${v}="">`, seconds, null],
  ['a field filled since the page called it not set', `<input type=number ${d} ${v}="" value=7>`, seconds, '7'],
  [
    'a group whose value the page states, whatever is inside',
    `<div role=group ${d} ${v}=auto><button aria-pressed=true>Auto</button><input type=range value=9></div>`,
    seconds,
    'auto',
  ],
  [
    'a switch between two named values',
    `<button role=switch aria-checked=true ${d} ${v}=aleph></button>`,
    model,
    'aleph',
  ],
  [
    'checkboxes whose number counts',
    `<fieldset ${d} ${v}=2><input type=checkbox checked><input type=checkbox></fieldset>`,
    seconds,
    '2',
  ],
  ['plain words', `<div ${d}>Duration: 15s</div>`, seconds, '15'],
  ['words with two numbers are unread', `<div ${d}>5 of 10</div>`, seconds, undefined],
  ['auto', `<div ${d}>Auto</div>`, seconds, 'auto'],
  [
    '1,024 is a thousand where the limits allow no 1.024',
    `<div ${d}>1,024</div>`,
    { type: 'number', min: 64, max: 4096 },
    '1024',
  ],
  ['1,024 is unread where it could be either', `<div ${d}>1,024</div>`, { type: 'number' }, undefined],
  ['a prompt by its length alone', `<textarea ${d}>four</textarea>`, { type: 'number', unit: 'characters' }, '4'],
  [
    'a prompt priced by bytes is unread',
    `<textarea ${d}>four</textarea>`,
    { type: 'number', unit: 'bytes' },
    undefined,
  ],
  ['no file chosen', `<input type=file ${d}>`, { type: 'number', min: 0, max: 9 }, '0'],
  ['an unmounted control is unread', '', model, undefined],
  ['a list of fields', `<input ${d} value=5><input ${d} value=8>`, clips, ['5', '8']],
  ['a list with an unread item is unread', `<input ${d} value=5><input ${d} value="">`, clips, undefined],
  ['the first alternative that knows the value', `<div ${d}>8 s</div>`, [model, seconds], '8'],
]

test.each(cases)('reads %s', (_, html, dimension, expected) => {
  expect(reads(html, dimension)).toEqual(expected)
})

test('a nested form keeps its own controls', () => {
  document.body.innerHTML = `<div data-rate-card-feature="a"><input data-rate-card-dimension="x" value="1">
    <div data-rate-card-feature="b"><input data-rate-card-dimension="x" value="2"></div></div>`
  const read = markup.find(document).map((bound) => [bound.feature, readForm(bound)[0]?.seen])
  expect(read).toEqual([
    ['a', [{ value: '1' }]],
    ['b', [{ value: '2' }]],
  ])
})

test('the plan comes from the account only where the page does not show it', () => {
  const plan: Dimension = { type: 'choice', options: ['free', 'pro'] }
  const card = { features: { tool: { dimensions: { plan } } } } as unknown as RateCard
  const shown = [{ dimension: 'plan', kind: 'select', seen: [{ value: 'free' }] }]
  expect(requestOf(card, 'tool', [], { plan: 'pro' })).toEqual({ plan: 'pro' })
  expect(requestOf(card, 'tool', shown, { plan: 'pro' })).toEqual({ plan: 'free' })
  expect(requestOf(card, 'tool', [{ dimension: 'plan', kind: 'select', seen: [undefined] }], { plan: 'pro' })).toEqual(
    {},
  )
})

test('the text of a prompt is never touched', () => {
  const page = document.implementation.createHTMLDocument()
  page.body.innerHTML = `<form data-rate-card-feature="tool"><label data-rate-card-dimension="it">Say
    <textarea></textarea></label><p data-rate-card-dimension="other">words <textarea>secret</textarea></p></form>`
  for (const area of page.querySelectorAll('textarea')) {
    for (const name of ['value', 'textContent', 'innerText', 'innerHTML', 'defaultValue']) {
      Object.defineProperty(area, name, {
        get() {
          throw new Error(`read ${name}`)
        },
      })
    }
    Object.defineProperty(area, 'childNodes', {
      get() {
        throw new Error('read its nodes')
      },
    })
  }
  const [bound] = markup.find(page)
  expect(JSON.stringify(readForm(bound!))).not.toContain('secret')
})
