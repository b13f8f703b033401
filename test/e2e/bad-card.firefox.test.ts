import { describe } from 'vitest'
import { badCardsIn } from './bad-card'
import { findFirefox } from './browsers'

describe.skipIf(!findFirefox())('in Firefox', () => badCardsIn('firefox'))
