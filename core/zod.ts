// The one file that imports zod. `jitless` must be set before the first schema parses: the extension's policy forbids eval.
import * as zod from 'zod/mini'
import en from 'zod/v4/locales/en.js'

zod.config({ ...en(), jitless: true })

export * from 'zod/mini'
