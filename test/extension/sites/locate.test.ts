import { expect, test } from 'vitest'
import type { Shown } from '../../../extension/binding/shown'
import { findControl, type Seen } from '../../../extension/sites/locate'
import type { Locator } from '../../../extension/sites/site-file'

// Libraries draw a choice of several buttons and keep native ones beside them, out of sight.
document.body.innerHTML = '<div id="one"></div><div id="two"></div>'
const group = (id: string, text: string | undefined): Seen => {
  const element = document.getElementById(id)!
  const shown: Shown | undefined = text === undefined ? undefined : { text }
  const options = ['1', '2', '3', '4']
  return {
    widget: {
      kind: 'choice',
      element,
      parts: [element],
      labelled: () => 'Variants',
      attributes: () => [],
      options: () => options,
      shown: () => [shown],
    },
    names: { label: 'Variants', near: '', attributes: [], options },
  }
}
const kept: Locator[] = [
  { by: 'label', value: 'variants' },
  { by: 'options', value: ['1', '2', '3', '4'] },
]

test.each<[string, Seen[], (Shown | undefined)[] | undefined]>([
  ['one control is found', [group('one', '2')], [{ text: '2' }]],
  ['of two that are meant alike none is', [group('one', '2'), group('two', '2')], undefined],
  ['two readings of one place are one control', [group('one', '2'), group('one', '2')], [{ text: '2' }, { text: '2' }]],
  ['which shows all of both', [group('one', '2'), group('one', '3')], [{ text: '2' }, { text: '3' }]],
  ['a third elsewhere leaves none', [group('one', '2'), group('one', '2'), group('two', '2')], undefined],
])('%s', (_, controls, shown) => {
  expect(findControl(kept, 'choice', controls)?.widget.shown()).toEqual(shown)
})
