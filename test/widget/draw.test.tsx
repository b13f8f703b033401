import { beforeEach, expect, test } from 'vitest'
import { render, type VNode } from 'preact'
import { english } from '../../core/locales'
import { Chip, Panel } from '../../widget/components'
import { draw } from '../../widget/draw'
import { h } from '../../widget/jsx-runtime'
import { states } from './states'

let root: HTMLElement
beforeEach(() => {
  root = document.createElement('div')
  document.body.replaceChildren(root)
})

test.each(states)('draws the same markup as preact: $name', (state) => {
  const tree = () => [
    <Chip key="chip" estimate={state.estimate} standing={state.standing} locale={english} />,
    <Panel key="panel" {...state} locale={english} title="x" />,
  ]
  draw(tree(), root)
  const other = document.createElement('div')
  render(tree(), other)
  expect(root.innerHTML).toBe(other.innerHTML)
})

// As the build makes nodes: preact keeps a ref apart from the properties.
test('a ref holds its node', () => {
  const props = { key: 'only', ref: { current: null } }
  draw(h('button', props) as VNode, root)
  expect(props.ref.current).toBe(root.firstChild)
})

test('nodes that stay are the same nodes, whatever comes and goes around them', () => {
  const list = (...names: string[]) => names.map((name) => <input key={name} id={name} />)
  draw(list('b'), root)
  const kept = root.querySelector('#b')!
  draw(list('a', 'b', 'c'), root)
  expect([...root.children].map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  draw(list('c', 'b'), root)
  expect([...root.children].map(({ id }) => id)).toEqual(['c', 'b'])
  expect(root.querySelector('#b')).toBe(kept)
})

test('a node is not taken out and put back where only what stands before it goes', () => {
  const moves: string[] = []
  draw([<i key="a" />, <input key="b" id="b" />], root)
  const insert = root.insertBefore.bind(root)
  root.insertBefore = ((node: Node, at: Node | null) => (
    moves.push(node.nodeName),
    insert(node, at)
  )) as typeof root.insertBefore
  draw([<input key="b" id="b" />], root)
  expect(moves).toEqual([])
})

test('a different tag in the same place is another node', () => {
  draw(<p>one</p>, root)
  draw(<ul />, root)
  expect(root.innerHTML).toBe('<ul></ul>')
})

test('attributes that are gone are taken away, false and null with them', () => {
  draw(<button disabled aria-expanded="true" title="x" />, root)
  draw(<button disabled={false} aria-expanded={undefined} />, root)
  expect(root.innerHTML).toBe('<button></button>')
})

test('what the user typed is compared with the control, not with the last drawing', () => {
  draw(<input value="5" />, root)
  const box = root.querySelector('input')!
  box.value = '7'
  draw(<input value="5" />, root)
  expect(box.value).toBe('5')
})

test('texts, numbers, nothing and lists in lists', () => {
  draw([null, false, 'a', 0, ['b', [undefined, <b key="c">c</b>]]], root)
  expect(root.innerHTML).toBe('a0b<b>c</b>')
  draw(null, root)
  expect(root.innerHTML).toBe('')
})

test('two parts of one key are both drawn', () => {
  draw(
    ['x', 'y'].map((text) => <b key="same">{text}</b>),
    root,
  )
  expect(root.textContent).toBe('xy')
})

test('text is never markup', () => {
  draw('<img src=x>', root)
  expect(root.children).toHaveLength(0)
})
