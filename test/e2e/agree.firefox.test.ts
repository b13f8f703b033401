import { describe } from 'vitest'
import { agreeIn } from './agree'
import { findFirefox } from './browsers'

// Some of each tool: all of them in `npm run test:slow`.
describe.skipIf(!findFirefox())('in Firefox', () => agreeIn('firefox', 2))
