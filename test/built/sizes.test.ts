import { expect, test } from 'vitest'
import { budgets, gzipped } from '../bench/sizes'

test.each(budgets)('$what is at most $most bytes, gzip', ({ file, most }) => {
  expect(gzipped(file)).toBeLessThanOrEqual(most)
})
