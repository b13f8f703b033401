import { useSignal } from '@preact/signals'
import { call, grouped, me, refresh, runs, when, type RunShown } from '../api'
import { Artwork } from '../art'
import { turn } from '../churn'
import { ToolForm } from '../form'
import type { Form } from '../forms/kinds'
import { inWords, stateWords } from '../words'

/** One tool: its form at the side, what it made in the middle, earlier results below. */
export function Tool({ form }: { form: Form }) {
  const looking = useSignal<string | null>(null)
  const own = runs.value.filter((run) => run.feature === form.feature)
  const shown = own.find((run) => run.id === looking.value) ?? own.find((run) => run.state !== 'failed') ?? own[0]
  return (
    <div class="tool">
      <aside class="panel">
        <ToolForm key={`${form.feature}-${turn.value}`} form={form} made={(run) => (looking.value = run.id)} />
      </aside>
      <section class="canvas" aria-label="Result">
        <p class="blurb">{form.blurb}</p>
        {shown ? <Stage form={form} run={shown} /> : <Empty form={form} />}
        {own.length > 1 && (
          <div class="strip" role="group" aria-label="Earlier results">
            {own.slice(0, 8).map((run) => (
              <button
                key={run.id}
                type="button"
                class={run.id === shown?.id ? 'thumb-card current' : 'thumb-card'}
                aria-label={run.title || form.title}
                onClick={() => (looking.value = run.id)}
              >
                <Artwork seed={run.id} kind={form.art} />
              </button>
            ))}
          </div>
        )}
      </section>
    </div>
  )
}

async function cancel(id: string) {
  await call('POST', `/api/runs/${id}/cancel`)
  await refresh()
}

function Stage({ form, run }: { form: Form; run: RunShown }) {
  const busy = run.state === 'running' || run.state === 'queued'
  const lost = run.state === 'failed' || run.state === 'moderated' || run.state === 'cancelled'
  return (
    <figure class={`stage ${run.state}`}>
      <div class="picture">
        {lost ? <p class="lost">{stateWords[run.state]}</p> : <Artwork seed={run.id} kind={form.art} />}
        {busy && (
          <div class="making" role="status">
            {run.state === 'queued' ? 'Waiting for a slot…' : 'Making…'}
          </div>
        )}
        {!busy && !lost && form.art === 'film' && <span class="play" aria-hidden="true" />}
      </div>
      <figcaption>
        <strong>{run.title || form.title}</strong>
        <span class={`badge ${run.state}`}>{stateWords[run.state]}</span>
        <span class="quiet-text">
          {run.member} · {when(run.at)}
        </span>
        <span class="amount">{grouped(run.amount)} credits</span>
        {run.state === 'queued' && run.member === me.value?.member.name && (
          <button type="button" class="chip" onClick={() => cancel(run.id)}>
            Leave the queue
          </button>
        )}
        <span class="used">{inWords(run.feature, run.settings)}</span>
      </figcaption>
    </figure>
  )
}

function Empty({ form }: { form: Form }) {
  return (
    <div class="stage empty">
      <div class="picture">
        <Artwork seed={`empty-${form.feature}`} kind={form.art} />
        <p>Your first result will be shown here.</p>
      </div>
    </div>
  )
}
