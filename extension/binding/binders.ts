import type { Binder } from './bound'
import { markup } from './markup'

/** Every way of finding forms, the most trusted first: a form found by one is not looked for by the next. */
export const binders: Binder[] = [markup]
