import { describe } from 'vitest'
import { findChromium } from './browsers'
import { frames } from './frames'

describe.skipIf(!findChromium())('in Chromium', () => frames('chromium'))
