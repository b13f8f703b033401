import { fill } from '../../core/locales/message'
import type { Form } from '../binding/watch'
import type { Run } from './run'

/** Of the controls that matter to a price, how many were read, and those that were not. */
export type ReadSoFar = { read: number; all: number; lost: string[] }

/** Counts the controls of a form: those on the page, and those the estimate misses. */
export function readSoFar({ request, estimate }: Pick<Run, 'request' | 'estimate'>, form: Form): ReadSoFar {
  const shown = form.readings.value.map(({ dimension }) => dimension)
  const missing = estimate.reasons.filter(({ code }) => code === 'unread').map(({ dimension }) => dimension!)
  const all = [...new Set([...shown, ...missing])]
  const lost = all.filter((name) => request[name] === undefined)
  return { read: all.length - lost.length, all: all.length, lost }
}

/** Whether pointing helps: what a page marks up itself is read as it says. */
export const canPoint = ({ bound }: Form): boolean => bound.how !== 'markup'

/** "reading 5 of 6 controls", where some that matter are not read; undefined where all are, or the page marks them up. */
export function readsSome(run: Run, form: Form): string | undefined {
  const { read, all } = readSoFar(run, form)
  const { locale } = run.site
  if (!run.site.card || read === all || !canPoint(form)) return undefined
  return fill(locale.messages.overlay.readsSome, { read, all }, locale)
}
