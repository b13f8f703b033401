import { Button, Form, Input, InputNumber, Radio, Segmented, Select, Slider, Switch } from 'antd'
import { mount, pressed, submitted, useSetting } from '../harness/react'
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
    <Form layout="vertical" onFinish={submitted}>
      <Form.Item label="Prompt" data-drive="prompt">
        <Input.TextArea value={prompt} onChange={(e) => setPrompt(e.target.value)} />
      </Form.Item>
      <Form.Item label="Model" data-drive="model">
        <Select value={model} onChange={setModel} options={models.map((m) => ({ value: m.id, label: m.label }))} />
      </Form.Item>
      <Form.Item label="Resolution" data-drive="resolution">
        <Radio.Group
          value={resolution}
          onChange={(e) => setResolution(e.target.value)}
          optionType="button"
          options={resolutions.map((r) => ({ value: r.id, label: r.label }))}
        />
      </Form.Item>
      <Form.Item label="Duration" data-drive="duration">
        <Slider min={3} max={15} value={duration} onChange={setDuration} />
      </Form.Item>
      <Form.Item label="Aspect ratio" data-drive="ratio">
        <Segmented value={ratio} onChange={setRatio} options={ratios} />
      </Form.Item>
      <Form.Item label="Variants" data-drive="variants">
        <InputNumber min={1} max={4} value={variants} onChange={(v) => setVariants(Number(v))} />
      </Form.Item>
      <Form.Item label="Audio" data-drive="audio">
        <Switch checked={audio} onChange={setAudio} />
      </Form.Item>
      <Button>Enhance prompt</Button>
      <Button type="primary" htmlType="submit" onClick={pressed}>
        Generate
      </Button>
    </Form>
  )
}
mount(<Film />)
