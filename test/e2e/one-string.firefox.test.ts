import { describe } from 'vitest'
import { findFirefox } from './browsers'
import { oneStringIn } from './one-string'

describe.skipIf(!findFirefox())('in Firefox', () => oneStringIn('firefox'))
