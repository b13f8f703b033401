import { expect, test } from 'vitest'
import { sameSurface } from '../../core/surfaces'

test.each([
  ['the app and the API are apart', 'app', 'api', false],
  ['one of several is enough', ['app', 'ios'], ['ios', 'android'], true],
  ['none of several is not', ['app', 'ios'], ['api', 'android'], false],
  ['any is every one', 'any', 'api', true],
  ['on either side', 'api', ['app', 'any'], true],
  ['what says none is for all', undefined, 'api', true],
] as const)('%s', (_sentence, a, b, same) => {
  expect(sameSurface(a, b)).toBe(same)
  expect(sameSurface(b, a)).toBe(same)
})
