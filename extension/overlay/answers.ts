import { computed, effect, signal as createSignal, type ReadonlySignal } from '@preact/signals-core'
import type { AnswerLine } from '../../core/locales/answer-lines'
import type { Run } from './run'
import type { Site } from './site'

/**
 * The lines under the price while the panel is open, as the background works them out. Lines of other settings are never
 * shown: until the answer for these is there, there are none.
 */
export function answersOf(
  run: ReadonlySignal<Run | undefined>,
  open: ReadonlySignal<boolean>,
  site: Site,
  life: AbortSignal,
): ReadonlySignal<readonly AnswerLine[]> {
  const answered = createSignal<{ to: Run; lines: readonly AnswerLine[] } | undefined>(undefined)
  const stop = effect(() => {
    const asked = run.value
    const wanted = open.value
    if (asked && wanted && asked.estimate.status !== 'unpriced') void ask(asked)
  })
  life.addEventListener('abort', stop)

  async function ask(asked: Run) {
    const { request, before, estimate } = asked
    const about = { feature: estimate.feature, request, ...(before && { before }) }
    const lines = await site.askAnswers(about as Parameters<Site['askAnswers']>[0])
    if (!life.aborted && run.peek() === asked) answered.value = { to: asked, lines }
  }
  return computed(() => {
    const now = run.value
    const last = answered.value
    return last && last.to === now ? last.lines : []
  })
}
