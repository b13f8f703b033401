import { expect, test } from 'vitest'
import { budgets, gzipped } from '../bench/sizes'

test.each(budgets)('$what is at most $ceiling bytes, gzip', ({ file, ceiling }) => {
  expect(gzipped(file)).toBeLessThanOrEqual(ceiling)
})
