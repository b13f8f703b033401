import { describe } from 'vitest'
import { agreeIn } from './agree'
import { findFirefox } from './browsers'

// Twelve of each here; all forty in test/slow/agree.firefox.test.ts.
describe.skipIf(!findFirefox())('in Firefox', () => agreeIn('firefox', 12))
