import { expect, test } from 'vitest'
import { coverage } from '../core/forecast-coverage'

test.each([101, 102, 103])(
  'intervals of 80 in 100 hold 80 ± 3 of what really happens to 3,000 simulated users (seed %i)',
  (seed) => {
    const { runOut, burn } = coverage(3000, seed)
    expect(Math.abs(runOut - 0.8)).toBeLessThan(0.03)
    expect(Math.abs(burn - 0.8)).toBeLessThan(0.03)
  },
)
