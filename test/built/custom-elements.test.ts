import { expect, test } from 'vitest'
import { cssProperties, elements } from '../../build/custom-elements'
import { ForecostCalculator, ForecostPrice } from '../../widget/forecost'
import { ForecostTable } from '../../widget/table'
import { sources } from '../architecture/files'

const classes = { ForecostCalculator, ForecostPrice, ForecostTable }
const files = sources('widget').filter(({ path }) => !/answers\/|account-row|\/chip|\/panel/.test(path))
const words = (pattern: RegExp): string[] => [
  ...new Set(files.flatMap(({ text }) => [...text.matchAll(pattern)].flatMap(([, found]) => found!.split(' ')))),
]

test.each(elements)(
  'the manifest lists the attributes of <$tag>, and each is a property',
  ({ className, attributes }) => {
    const element = classes[className as keyof typeof classes]
    expect(attributes.map(({ name }) => name).sort()).toEqual([...element.observedAttributes].sort())
    for (const { name } of attributes) expect(name in element.prototype, name).toBe(true)
  },
)

test.each(elements)('the members of <$tag> are there', ({ className, properties, methods }) => {
  const { prototype } = classes[className as keyof typeof classes]
  for (const { name } of [...properties, ...methods]) expect(name in prototype, name).toBe(true)
})

/** What a class lets pages call and read: what is neither protected, nor marked as internal, nor the platform's. */
const offered = (text: string): string[] =>
  [...text.matchAll(/^( {2}\/\*\*.*\n)? {2}(?:get |async )?([a-z]\w*)\(.*\{$/gm)]
    .filter(([, told, name]) => !told?.includes('@internal') && name !== 'constructor')
    .map(([, , name]) => name!)

test.each(elements)('the manifest lists all that <$tag> offers', ({ tag, properties, methods }) => {
  const { text } = files.find(({ path }) => path.endsWith(`/${tag}.tsx`))!
  expect(offered(text).sort()).toEqual([...properties, ...methods].map(({ name }) => name).sort())
})

test('every event that is fired is in the manifest, and no other', () => {
  const fired = [...words(/CustomEvent\('forecost-([\w]+)'/g), ...words(/\bsay\('(\w+)'/g)].map(
    (name) => `forecost-${name}`,
  )
  expect([...new Set(elements.flatMap(({ events }) => events.map(({ name }) => name)))].sort()).toEqual(
    [...new Set(fired)].sort(),
  )
})

test('every custom property that a style reads is in the manifest, and no other', () => {
  expect(cssProperties.map(({ name }) => name).sort()).toEqual(words(/var\((--forecost-[\w-]+)/g).sort())
})

test('every part that the elements name is in the manifest', () => {
  const named = elements.flatMap(({ parts }) => parts.map(({ name }) => name))
  const drawn = words(/\bpart="([\w -]+)"/g)
  expect(drawn.filter((name) => !named.includes(name))).toEqual([])
})
