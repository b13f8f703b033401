import { runs } from '../api'
import { Artwork } from '../art'
import { ToolForm } from '../form'
import { soundEffect } from '../forms/audio'
import { image } from '../forms/image'
import type { Form } from '../forms/kinds'

const few: Form = {
  ...image,
  title: 'Quick picture',
  press: 'Dream',
  fixed: { model: 'lumen', speed: 'standard' },
  controls: image.controls.filter((control) => ['prompt', 'quality', 'shape', 'variants'].includes(control.name)),
}
const sound: Form = { ...soundEffect, title: 'Quick sound', press: 'Make sound' }

/** Two forms on one page, each with its own button. */
export function Quick() {
  const latest = runs.value.slice(0, 6)
  return (
    <div class="quick">
      <section class="panel">
        <h2>{few.title}</h2>
        <ToolForm form={few} />
      </section>
      <section class="panel">
        <h2>{sound.title}</h2>
        <ToolForm form={sound} />
      </section>
      <section class="recent" aria-label="Latest">
        <h2>Latest in the team</h2>
        <div class="grid">
          {latest.map((run) => (
            <div key={run.id} class="tile">
              <Artwork seed={run.id} kind={run.feature === 'sound-effect' ? 'wave' : 'picture'} />
              <span>{run.title || run.feature}</span>
            </div>
          ))}
        </div>
      </section>
    </div>
  )
}
