import { Label, RadioGroup, Select, Slider, Switch, ToggleGroup, DropdownMenu } from 'radix-ui'
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
        <textarea placeholder="Describe your film" value={prompt} onChange={(e) => setPrompt(e.target.value)} />
      </div>
      <div data-drive="model">
        <Label.Root htmlFor="model">Model</Label.Root>
        <Select.Root value={model} onValueChange={setModel}>
          <Select.Trigger id="model">
            <Select.Value />
          </Select.Trigger>
          <Select.Portal>
            <Select.Content position="popper">
              <Select.Viewport>
                {models.map((m) => (
                  <Select.Item key={m.id} value={m.id}>
                    <Select.ItemText>{m.label}</Select.ItemText>
                  </Select.Item>
                ))}
              </Select.Viewport>
            </Select.Content>
          </Select.Portal>
        </Select.Root>
      </div>
      <div data-drive="resolution">
        <DropdownMenu.Root>
          <DropdownMenu.Trigger>{resolutions.find((r) => r.id === resolution)!.label} ▾</DropdownMenu.Trigger>
          <DropdownMenu.Portal>
            <DropdownMenu.Content>
              <DropdownMenu.RadioGroup value={resolution} onValueChange={setResolution}>
                {resolutions.map((r) => (
                  <DropdownMenu.RadioItem key={r.id} value={r.id}>
                    {r.label}
                  </DropdownMenu.RadioItem>
                ))}
              </DropdownMenu.RadioGroup>
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
      </div>
      <div data-drive="duration">
        <span>Duration: {duration}s</span>
        <Slider.Root
          min={3}
          max={15}
          value={[duration]}
          onValueChange={([v]) => setDuration(v!)}
          style={{ display: 'flex', position: 'relative', height: 20, alignItems: 'center' }}
        >
          <Slider.Track style={{ flex: 1, height: 4, background: '#ccc' }}>
            <Slider.Range />
          </Slider.Track>
          <Slider.Thumb style={{ display: 'block', width: 16, height: 16, background: '#333' }} />
        </Slider.Root>
      </div>
      <div data-drive="ratio">
        <ToggleGroup.Root type="single" aria-label="Aspect ratio" value={ratio} onValueChange={(v) => v && setRatio(v)}>
          {ratios.map((r) => (
            <ToggleGroup.Item key={r} value={r}>
              {r}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup.Root>
      </div>
      <div data-drive="variants">
        <span id="count">Variants</span>
        <RadioGroup.Root aria-labelledby="count" value={String(variants)} onValueChange={(v) => setVariants(Number(v))}>
          {[1, 2, 3, 4].map((n) => (
            <span key={n}>
              <RadioGroup.Item id={`n${n}`} value={String(n)} style={{ width: 16, height: 16 }}>
                <RadioGroup.Indicator>•</RadioGroup.Indicator>
              </RadioGroup.Item>
              <label htmlFor={`n${n}`}>{n}</label>
            </span>
          ))}
        </RadioGroup.Root>
      </div>
      <div data-drive="audio">
        <label htmlFor="audio">Audio</label>
        <Switch.Root id="audio" checked={audio} onCheckedChange={setAudio} style={{ width: 40, height: 20 }}>
          <Switch.Thumb />
        </Switch.Root>
      </div>
      <button type="button">Enhance prompt</button>
      <button type="submit" onClick={pressed}>
        Generate
      </button>
    </form>
  )
}
mount(<Film />)
