import { describe } from 'vitest'
import { agreeIn } from './agree'
import { findChromium } from './browsers'

// Some of each tool: all of them in `npm run test:slow`.
describe.skipIf(!findChromium())('in Chromium', () => agreeIn('chromium', 4))
