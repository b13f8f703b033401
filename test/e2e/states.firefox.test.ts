import { describe } from 'vitest'
import { findFirefox } from './browsers'
import { statesIn } from './states'

describe.skipIf(!findFirefox())('in Firefox', () => statesIn('firefox'))
