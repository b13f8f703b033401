import { describe } from 'vitest'
import { findFirefox } from './browsers'
import { frames } from './frames'

describe.skipIf(!findFirefox())('in Firefox', () => frames('firefox'))
