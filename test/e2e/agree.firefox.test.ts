import { describe } from 'vitest'
import { agreeIn } from './agree'
import { findFirefox } from './browsers'

describe.skipIf(!findFirefox())('in Firefox', () => agreeIn('firefox'))
