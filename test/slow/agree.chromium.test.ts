import { describe } from 'vitest'
import { agreeIn } from '../e2e/agree'
import { findChromium } from '../e2e/browsers'

describe.skipIf(!findChromium())('in Chromium', () => agreeIn('chromium', 40))
