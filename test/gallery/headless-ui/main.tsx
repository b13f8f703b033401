import {
  Field,
  Label,
  Listbox,
  ListboxButton,
  ListboxOption,
  ListboxOptions,
  Radio,
  RadioGroup,
  Switch,
  Textarea,
  Select,
  Button,
} from '@headlessui/react'
import { mount, pressed, submit, useSetting } from '../harness/react'
import { durations, models, ratios, resolutions } from '../harness/settings'

const dot = { display: 'inline-block', width: 18, height: 18, border: '1px solid' }

function Film() {
  const [prompt, setPrompt] = useSetting('prompt')
  const [model, setModel] = useSetting('model')
  const [resolution, setResolution] = useSetting('resolution')
  const [duration, setDuration] = useSetting('duration')
  const [audio, setAudio] = useSetting('audio')
  const [variants, setVariants] = useSetting('variants')
  const [ratio, setRatio] = useSetting('ratio')
  return (
    <form onSubmit={submit}>
      <Field data-drive="prompt">
        <Label>Prompt</Label>
        <Textarea value={prompt} onChange={(e) => setPrompt(e.target.value)} />
      </Field>
      <Field data-drive="model">
        <Label>Model</Label>
        <Listbox value={model} onChange={setModel}>
          <ListboxButton>{models.find((m) => m.id === model)!.label}</ListboxButton>
          <ListboxOptions anchor="bottom">
            {models.map((m) => (
              <ListboxOption key={m.id} value={m.id}>
                {m.label}
              </ListboxOption>
            ))}
          </ListboxOptions>
        </Listbox>
      </Field>
      <div data-drive="resolution">
        <RadioGroup value={resolution} onChange={setResolution} aria-label="Resolution">
          {resolutions.map((r) => (
            <Field key={r.id}>
              <Radio value={r.id} style={dot} />
              <Label>{r.label}</Label>
            </Field>
          ))}
        </RadioGroup>
      </div>
      <Field data-drive="duration">
        <Label>Length</Label>
        <Listbox value={duration} onChange={setDuration}>
          <ListboxButton>{duration} s</ListboxButton>
          <ListboxOptions anchor="bottom">
            {durations.map((d) => (
              <ListboxOption key={d} value={Number(d)}>
                {d} s
              </ListboxOption>
            ))}
          </ListboxOptions>
        </Listbox>
      </Field>
      <div data-drive="ratio">
        <p>Aspect ratio</p>
        <RadioGroup value={ratio} onChange={setRatio}>
          {ratios.map((r) => (
            <Radio key={r} value={r} style={{ display: 'inline-block', padding: 8 }}>
              {r}
            </Radio>
          ))}
        </RadioGroup>
      </div>
      <Field data-drive="variants">
        <Label>Number of variants</Label>
        <Select value={variants} onChange={(e) => setVariants(Number(e.target.value))}>
          {[1, 2, 3, 4].map((n) => (
            <option key={n}>{n}</option>
          ))}
        </Select>
      </Field>
      <Field data-drive="audio">
        <Label>Audio</Label>
        <Switch checked={audio} onChange={setAudio} style={{ width: 44, height: 24 }} />
      </Field>
      <Button>Enhance prompt</Button>
      <Button type="submit" onClick={pressed}>
        Generate video
      </Button>
    </form>
  )
}
mount(<Film />)
