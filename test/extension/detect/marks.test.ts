import { expect, test } from 'vitest'
import { chosenOf, isOn } from '../../../extension/detect/marks'

function items(html: string): Element[] {
  const page = document.implementation.createHTMLDocument()
  page.body.innerHTML = html
  return [...page.body.children]
}

test.each([
  ['by ARIA', '<b aria-pressed=false>a</b><b aria-pressed=true>b</b>', 'b'],
  ['by a word in the class', '<b class="opt">a</b><b class="opt is-active">b</b>', 'b'],
  ['by a class made by a tool', '<b class="Seg_item__x1">a</b><b class="Seg_item__x1 Seg_selected__y2">b</b>', 'b'],
  ['by a state attribute', '<b data-state=off>a</b><b data-state=on>b</b>', 'b'],
  [
    'by native state',
    '<label><input type=radio name=x>a</label><label><input type=radio name=x checked>b</label>',
    'b',
  ],
  ['by two marks that agree', '<b aria-selected=false>a</b><b aria-selected=true class=active>b</b>', 'b'],
  [
    'not by a class that all have',
    '<b class=active aria-checked=true>a</b><b class=active aria-checked=false>b</b>',
    'a',
  ],
  [
    'not where two are marked',
    '<b aria-pressed=true>a</b><b aria-pressed=true>b</b><b aria-pressed=false>c</b>',
    undefined,
  ],
  ['not where marks disagree', '<b aria-selected=true>a</b><b aria-selected=false class=active>b</b>', undefined],
  ['not by a class that says nothing', '<b class=css-1>a</b><b class=css-2>b</b><b class=css-1>c</b>', undefined],
  ['not by position', '<b class=first>a</b><b class=last>b</b>', undefined],
])('the chosen one is found %s', (_, html, expected) => {
  expect(chosenOf(items(html))?.textContent).toBe(expected)
})

test.each([
  ['a native box', '<input type=checkbox checked>', true],
  ['a switch', '<button role=switch aria-checked=false></button>', false],
  ['a toggle button', '<button aria-pressed=true></button>', true],
  ['a mixed box', '<span role=checkbox aria-checked=mixed></span>', undefined],
  ['a box and its role that disagree', '<input type=checkbox role=switch checked aria-checked=false>', undefined],
])('on or off: %s', (_, html, expected) => {
  expect(isOn(items(html)[0]!)).toBe(expected)
})
