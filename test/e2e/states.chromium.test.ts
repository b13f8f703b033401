import { describe } from 'vitest'
import { findChromium } from './browsers'
import { statesIn } from './states'

describe.skipIf(!findChromium())('in Chromium', () => statesIn('chromium'))
