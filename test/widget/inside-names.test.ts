import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { customElements } from '../../build/custom-elements'
import { inside } from '../../build/tight'
import { Account } from '../../core/account'
import { estimate } from '../../core/estimate'
import english from '../../core/locales/en.json'
import { RateCard } from '../../core/rate-card'
import { standing } from '../../core/standing'
import * as z from '../../core/zod'
import { account, card } from './states'

// What the build calls otherwise inside a script must be named nowhere outside it: it would be lost there, or unknown.

/** Every name in a value, however deep, and every text that stands as one. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)])
}

const request = { model: 'gen4', duration: '5', resolution: '720p', audio: false, variants: '1' }
const estimated = estimate(card, 'video', request, new Date('2026-11-02'))

/** What scripts may ask of the platform: of its classes and of what they make. */
const platform = Object.getOwnPropertyNames(globalThis).flatMap((name) => {
  const it = (globalThis as { [name: string]: unknown })[name]
  return typeof it === 'function' ? [it, it.prototype ?? {}].flatMap((one) => Object.getOwnPropertyNames(one)) : []
})

test('no script that comes later asks an element for a name that is shortened, otherwise in each', async () => {
  const folders = ['widget/later', 'widget/share', 'widget/frame', 'widget/builder']
  const files = (
    await Promise.all(folders.map(async (folder) => (await readdir(folder)).map((file) => `${folder}/${file}`)))
  ).flat()
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  const asked = texts.flatMap((text) => [...text.matchAll(/\belement\??\.(\w+)/g)].map(([, name]) => name!))
  expect(asked).toContain('rateCard')
  expect(inside.filter((name) => asked.includes(name))).toEqual([])
})

test.each<[string, unknown]>([
  ['a rate card', z.toJSONSchema(RateCard, { io: 'input' })],
  ['an account', z.toJSONSchema(Account, { io: 'input' })],
  ['the words of a language', english],
  ['an estimate', estimated],
  ['a standing', standing(estimated, account, card, account.readAt)],
  ['what authors are told of the elements', customElements()],
  ['the platform', platform],
])('no name that is shortened is one of %s', (_, outside) => {
  const names = new Set(namesIn(outside))
  expect(names.size).toBeGreaterThan(10)
  expect(inside.filter((name) => names.has(name))).toEqual([])
})
