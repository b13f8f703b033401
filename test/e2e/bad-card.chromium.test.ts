import { describe } from 'vitest'
import { badCardsIn } from './bad-card'
import { findChromium } from './browsers'

describe.skipIf(!findChromium())('in Chromium', () => badCardsIn('chromium'))
