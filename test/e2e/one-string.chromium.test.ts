import { describe } from 'vitest'
import { findChromium } from './browsers'
import { oneStringIn } from './one-string'

describe.skipIf(!findChromium())('in Chromium', () => oneStringIn('chromium'))
