import { expect, test } from 'vitest'
import { budgets, sent } from '../bench/sizes'

test.each(budgets)('$what is at most $most bytes, gzip', ({ files, most }) => {
  expect(sent(files)).toBeLessThanOrEqual(most)
})
