import { useId, useState } from 'preact/hooks'
import type { Control, Given } from '../forms/kinds'
import { dimension } from '../markup'
import { Field } from './field'
import { measured } from './measure'

/** A file the member works on, with what was measured of it. */
export type Source = { name: string } & Partial<Record<Given, number>>

const library: Record<'picture' | 'video' | 'sound', Source[]> = {
  picture: [
    { name: 'Cup.png', sourceWidth: 1000, sourceHeight: 1000 },
    { name: 'Harbour.jpg', sourceWidth: 1920, sourceHeight: 1280 },
    { name: 'Greenhouse.tif', sourceWidth: 4000, sourceHeight: 3000 },
    { name: 'Mural.psd', sourceWidth: 8000, sourceHeight: 6000 },
  ],
  video: [
    { name: 'Pier.mp4', sourceSeconds: 12.4, sourceFps: 30, sourceFrames: 372 },
    { name: 'Market.mov', sourceSeconds: 48, sourceFps: 23.976, sourceFrames: 1151 },
    { name: 'Sledge, slow.mp4', sourceSeconds: 6.5, sourceFps: 120, sourceFrames: 780 },
  ],
  sound: [
    { name: 'Interview.wav', sourceSeconds: 92.4 },
    { name: 'Lecture.mp3', sourceSeconds: 2710 },
    { name: 'Memo.m4a', sourceSeconds: 17.8 },
  ],
}
const accepts = { picture: 'image/*', video: 'video/*', sound: 'audio/*' }
const words: Record<Given, string> = {
  sourceSeconds: 'Length',
  sourceFps: 'Frame rate',
  sourceFrames: 'Frames',
  sourceWidth: 'Width',
  sourceHeight: 'Height',
}
export const units: Record<Given, string> = {
  sourceSeconds: 's',
  sourceFps: 'fps',
  sourceFrames: 'frames',
  sourceWidth: 'px',
  sourceHeight: 'px',
}

type SourceProps = {
  control: Extract<Control, { kind: 'source' }>
  value: Source | null
  set: (value: Source | null) => void
}

/** A file input beside the team's library. What was measured of the chosen file is shown, and marked where it has a price. */
export function SourceField({ control, value, set }: SourceProps) {
  const id = useId()
  const [problem, setProblem] = useState('')
  const upload = async (file: File | undefined) => {
    if (!file) return
    const source = await measured(file, control.of)
    setProblem(source ? '' : `${file.name} could not be read.`)
    set(source)
  }
  return (
    <Field label={control.label} id={id} native>
      <div class="source">
        <label class="drop">
          <input
            id={id}
            type="file"
            class="unseen"
            accept={accepts[control.of]}
            onChange={(e) => upload(e.currentTarget.files?.[0])}
          />
          <span>Choose a file</span>
          <small>It stays in your browser</small>
        </label>
        <div class="library" role="group" aria-label="From the library">
          {library[control.of].map((one) => (
            <button
              key={one.name}
              type="button"
              class="chip"
              aria-pressed={one.name === value?.name}
              onClick={() => set(one)}
            >
              {one.name}
            </button>
          ))}
        </div>
      </div>
      {problem && (
        <p class="hint bad" role="alert">
          {problem}
        </p>
      )}
      {value && (
        <dl class="measured">
          <div>
            <dt>File</dt>
            <dd>{value.name}</dd>
          </div>
          {(Object.keys(words) as Given[]).map((name) => {
            const measure = value[name]
            if (measure === undefined) return null
            const priced = control.gives.includes(name)
            return (
              <div key={name}>
                <dt>{words[name]}</dt>
                <dd {...dimension(priced ? name : undefined, String(measure))}>
                  {measure.toLocaleString('en')} {units[name]}
                </dd>
              </div>
            )
          })}
        </dl>
      )}
    </Field>
  )
}
