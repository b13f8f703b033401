import {
  Button,
  ChakraProvider,
  Field,
  NumberInput,
  Portal,
  RadioGroup,
  SegmentGroup,
  Select,
  Slider,
  Switch,
  Textarea,
  createListCollection,
  defaultSystem,
} from '@chakra-ui/react'
import { mount, pressed, submit, useSetting } from '../harness/react'
import { models, ratios, resolutions } from '../harness/settings'

const collection = createListCollection({ items: models.map((m) => ({ value: m.id, label: m.label })) })

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
      <Field.Root data-drive="prompt">
        <Field.Label>Prompt</Field.Label>
        <Textarea value={prompt} onChange={(e) => setPrompt(e.target.value)} />
      </Field.Root>
      <div data-drive="model">
        <Select.Root collection={collection} value={[model]} onValueChange={(e) => setModel(e.value[0]!)}>
          <Select.HiddenSelect />
          <Select.Label>Model</Select.Label>
          <Select.Control>
            <Select.Trigger>
              <Select.ValueText />
            </Select.Trigger>
          </Select.Control>
          <Portal>
            <Select.Positioner>
              <Select.Content>
                {collection.items.map((item) => (
                  <Select.Item key={item.value} item={item}>
                    {item.label}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select.Positioner>
          </Portal>
        </Select.Root>
      </div>
      <div data-drive="resolution">
        <RadioGroup.Root value={resolution} onValueChange={(e) => setResolution(e.value!)}>
          <RadioGroup.Label>Resolution</RadioGroup.Label>
          {resolutions.map((r) => (
            <RadioGroup.Item key={r.id} value={r.id}>
              <RadioGroup.ItemHiddenInput />
              <RadioGroup.ItemIndicator />
              <RadioGroup.ItemText>{r.label}</RadioGroup.ItemText>
            </RadioGroup.Item>
          ))}
        </RadioGroup.Root>
      </div>
      <div data-drive="duration">
        <Slider.Root min={3} max={15} value={[duration]} onValueChange={(e) => setDuration(e.value[0]!)}>
          <Slider.Label>Duration (s)</Slider.Label>
          <Slider.ValueText />
          <Slider.Control>
            <Slider.Track>
              <Slider.Range />
            </Slider.Track>
            <Slider.Thumb index={0}>
              <Slider.HiddenInput />
            </Slider.Thumb>
          </Slider.Control>
        </Slider.Root>
      </div>
      <div data-drive="ratio">
        <p>Aspect ratio</p>
        <SegmentGroup.Root value={ratio} onValueChange={(e) => setRatio(e.value!)}>
          <SegmentGroup.Indicator />
          <SegmentGroup.Items items={ratios} />
        </SegmentGroup.Root>
      </div>
      <div data-drive="variants">
        <NumberInput.Root min={1} max={4} value={String(variants)} onValueChange={(e) => setVariants(e.valueAsNumber)}>
          <NumberInput.Label>Variants</NumberInput.Label>
          <NumberInput.Control />
          <NumberInput.Input />
        </NumberInput.Root>
      </div>
      <div data-drive="audio">
        <Switch.Root checked={audio} onCheckedChange={(e) => setAudio(e.checked)}>
          <Switch.HiddenInput />
          <Switch.Control />
          <Switch.Label>Audio</Switch.Label>
        </Switch.Root>
      </div>
      <Button type="button">Enhance prompt</Button>
      <Button type="submit" onClick={pressed}>
        Generate
      </Button>
    </form>
  )
}
mount(
  <ChakraProvider value={defaultSystem}>
    <Film />
  </ChakraProvider>,
)
