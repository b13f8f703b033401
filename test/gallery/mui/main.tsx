import {
  Button,
  FormControl,
  FormControlLabel,
  InputLabel,
  MenuItem,
  Select,
  Slider,
  Switch,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material'
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
        <TextField label="Prompt" multiline minRows={2} value={prompt} onChange={(e) => setPrompt(e.target.value)} />
      </div>
      <FormControl data-drive="model">
        <InputLabel id="model-label">Model</InputLabel>
        <Select labelId="model-label" label="Model" value={model} onChange={(e) => setModel(e.target.value)}>
          {models.map((m) => (
            <MenuItem key={m.id} value={m.id}>
              {m.label}
            </MenuItem>
          ))}
        </Select>
      </FormControl>
      <div data-drive="resolution">
        <TextField select label="Resolution" value={resolution} onChange={(e) => setResolution(e.target.value)}>
          {resolutions.map((r) => (
            <MenuItem key={r.id} value={r.id}>
              {r.label}
            </MenuItem>
          ))}
        </TextField>
      </div>
      <div data-drive="duration">
        <Typography id="duration">Duration</Typography>
        <Slider
          aria-labelledby="duration"
          min={3}
          max={15}
          value={duration}
          valueLabelDisplay="auto"
          valueLabelFormat={(v) => `${v}s`}
          onChange={(_, v) => setDuration(v as number)}
        />
      </div>
      <div data-drive="ratio">
        <Typography>Aspect ratio</Typography>
        <ToggleButtonGroup exclusive value={ratio} onChange={(_, v) => v && setRatio(v)}>
          {ratios.map((r) => (
            <ToggleButton key={r} value={r}>
              {r}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <div data-drive="variants">
        <TextField
          type="number"
          label="Variants"
          value={variants}
          onChange={(e) => setVariants(Number(e.target.value))}
        />
      </div>
      <div data-drive="audio">
        <FormControlLabel
          label="Audio"
          control={<Switch checked={audio} onChange={(e) => setAudio(e.target.checked)} />}
        />
      </div>
      <Button>Enhance prompt</Button>
      <Button type="submit" variant="contained" onClick={pressed}>
        Generate
      </Button>
    </form>
  )
}
mount(<Film />)
