import { expect, test } from 'vitest'
import { nearby } from '../../../extension/detect/names'

// `#it` is the control; what it shows now is "Swift 2".
test.each([
  ['the label before it', '<label>Model</label> <input id="it">', 'Model'],
  ['the label of the box it stands in', '<label>Model</label> <div><div><input id="it"></div></div>', 'Model'],
  ['not the value drawn beside it', '<label>Model</label> <div>Swift 2<input id="it"></div>', 'Model'],
  ['nor that value read out', '<label>Model</label> <div><i>Swift  2</i><b>Swift 2<input id="it"></b></div>', 'Model'],
  ['nothing where there is only the value', '<div>Swift 2<input id="it"></div>', ''],
  ['nothing beyond another control', '<label>Model</label> <input> <div>Swift 2<input id="it"></div>', ''],
])('what stands beside a control is %s', (_, html, near) => {
  document.body.innerHTML = `<form>${html}</form>`
  expect(nearby(document.querySelector('#it')!, [...document.querySelectorAll('input')], ['Swift 2'])).toBe(near)
})
