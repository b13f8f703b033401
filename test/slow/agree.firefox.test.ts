import { describe } from 'vitest'
import { agreeIn } from '../e2e/agree'
import { findFirefox } from '../e2e/browsers'

describe.skipIf(!findFirefox())('in Firefox', () => agreeIn('firefox', 40))
