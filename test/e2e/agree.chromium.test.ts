import { describe } from 'vitest'
import { agreeIn } from './agree'
import { findChromium } from './browsers'

describe.skipIf(!findChromium())('in Chromium', () => agreeIn('chromium'))
