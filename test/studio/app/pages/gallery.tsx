import { useSignal } from '@preact/signals'
import { runs, when } from '../api'
import { Artwork } from '../art'
import { forms } from '../forms/all'
import { stateWords } from '../words'

const toolOf = (feature: string) => forms.find((form) => form.feature === feature)

/** What the team made lately. */
export function Gallery() {
  const only = useSignal('all')
  const made = runs.value.filter((run) => run.state !== 'failed' && run.state !== 'cancelled')
  const shown = made.filter((run) => only.value === 'all' || toolOf(run.feature)?.group === only.value)
  return (
    <div class="page">
      <div class="segments small" role="group" aria-label="Show">
        {['all', 'Create', 'Edit', 'Upscale', '3D', 'Audio'].map((group) => (
          <button key={group} type="button" aria-pressed={only.value === group} onClick={() => (only.value = group)}>
            {group === 'all' ? 'Everything' : group}
          </button>
        ))}
      </div>
      <div class="grid">
        {shown.map((run) => (
          <figure key={run.id} class="tile">
            <Artwork seed={run.id} kind={toolOf(run.feature)?.art ?? 'picture'} />
            <figcaption>
              <strong>{run.title || toolOf(run.feature)?.title}</strong>
              <span>
                {run.member} · {when(run.at)}
              </span>
              <span class={`badge ${run.state}`}>{stateWords[run.state]}</span>
            </figcaption>
          </figure>
        ))}
      </div>
      {shown.length === 0 && <p class="nothing">Nothing here yet.</p>}
    </div>
  )
}
