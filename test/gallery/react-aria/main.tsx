import {
  Button,
  Form,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  NumberField,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
  Switch,
  TextArea,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components'
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
    <Form onSubmit={submit}>
      <div data-drive="prompt">
        <TextField value={prompt} onChange={setPrompt}>
          <Label>Prompt</Label>
          <TextArea />
        </TextField>
      </div>
      <div data-drive="model">
        <Select selectedKey={model} onSelectionChange={(key) => setModel(String(key))}>
          <Label>Model</Label>
          <Button>
            <SelectValue /> <span aria-hidden="true">▼</span>
          </Button>
          <Popover>
            <ListBox items={models}>{(m) => <ListBoxItem id={m.id}>{m.label}</ListBoxItem>}</ListBox>
          </Popover>
        </Select>
      </div>
      <div data-drive="resolution">
        <RadioGroup value={resolution} onChange={setResolution}>
          <Label>Resolution</Label>
          {resolutions.map((r) => (
            <Radio key={r.id} value={r.id}>
              {r.label}
            </Radio>
          ))}
        </RadioGroup>
      </div>
      <div data-drive="duration">
        <Slider
          value={duration}
          onChange={(v) => setDuration(v as number)}
          minValue={3}
          maxValue={15}
          formatOptions={{ style: 'unit', unit: 'second' }}
        >
          <Label>Duration</Label>
          <SliderOutput />
          <SliderTrack style={{ height: 30, width: '100%' }}>
            <SliderThumb style={{ width: 20, height: 20, top: '50%', background: '#333' }} />
          </SliderTrack>
        </Slider>
      </div>
      <div data-drive="ratio">
        <span>Aspect ratio</span>
        <ToggleButtonGroup
          aria-label="Aspect ratio"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[ratio]}
          onSelectionChange={(keys) => setRatio(String([...keys][0]))}
        >
          {ratios.map((r) => (
            <ToggleButton key={r} id={r}>
              {r}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <div data-drive="variants">
        <NumberField value={variants} onChange={setVariants} minValue={1} maxValue={4}>
          <Label>Variants</Label>
          <Button slot="decrement">−</Button>
          <Input />
          <Button slot="increment">+</Button>
        </NumberField>
      </div>
      <div data-drive="audio">
        <Switch isSelected={audio} onChange={setAudio}>
          <div style={{ width: 30, height: 16, background: '#999' }} /> Audio
        </Switch>
      </div>
      <Button>Enhance prompt</Button>
      <Button type="submit" onPress={pressed}>
        Generate
      </Button>
    </Form>
  )
}
mount(<Film />)
