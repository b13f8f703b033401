import '@mantine/core/styles.css'
import {
  Button,
  Chip,
  Group,
  MantineProvider,
  NumberInput,
  SegmentedControl,
  Select,
  Slider,
  Switch,
  Text,
  Textarea,
} from '@mantine/core'
import { mount, pressed, submit, useSetting } from '../harness/react'
import { models, ratios, resolutions } from '../harness/settings'

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
      <div data-drive="prompt">
        <Textarea label="Prompt" value={prompt} onChange={(e) => setPrompt(e.currentTarget.value)} />
      </div>
      <div data-drive="model">
        <Select
          label="Model"
          data={models.map((m) => ({ value: m.id, label: m.label }))}
          value={model}
          onChange={(v) => v && setModel(v)}
          allowDeselect={false}
        />
      </div>
      <div data-drive="resolution">
        <Text size="sm">Resolution</Text>
        <SegmentedControl
          data={resolutions.map((r) => ({ value: r.id, label: r.label }))}
          value={resolution}
          onChange={setResolution}
        />
      </div>
      <div data-drive="duration">
        <Text size="sm">Duration</Text>
        <Slider min={3} max={15} value={duration} onChange={setDuration} label={(v) => `${v} s`} />
      </div>
      <div data-drive="ratio">
        <Text size="sm">Aspect ratio</Text>
        <Chip.Group value={ratio} onChange={(v) => setRatio(v as string)}>
          <Group>
            {ratios.map((r) => (
              <Chip key={r} value={r}>
                {r}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </div>
      <div data-drive="variants">
        <NumberInput label="Variants" min={1} max={4} value={variants} onChange={(v) => setVariants(Number(v))} />
      </div>
      <div data-drive="audio">
        <Switch label="Audio" checked={audio} onChange={(e) => setAudio(e.currentTarget.checked)} />
      </div>
      <Button variant="light">Enhance prompt</Button>
      <Button type="submit" onClick={pressed}>
        Generate
      </Button>
    </form>
  )
}
mount(
  <MantineProvider>
    <Film />
  </MantineProvider>,
)
