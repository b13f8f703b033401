import Aura from '@primeuix/themes/aura'
import Button from 'primevue/button'
import PrimeVue from 'primevue/config'
import InputNumber from 'primevue/inputnumber'
import RadioButton from 'primevue/radiobutton'
import Select from 'primevue/select'
import SelectButton from 'primevue/selectbutton'
import Slider from 'primevue/slider'
import Textarea from 'primevue/textarea'
import ToggleSwitch from 'primevue/toggleswitch'
import { mount } from '../harness/vue'

mount(
  `<form @submit.prevent="submitted">
  <div data-drive="prompt"><label for="prompt">Prompt</label> <Textarea id="prompt" v-model="s.prompt" /></div>
  <div data-drive="model"><label id="model-label">Model</label> <Select :options="models" option-label="label" option-value="id" v-model="s.model" aria-labelledby="model-label" /></div>
  <fieldset data-drive="resolution"><legend>Resolution</legend><div v-for="r in resolutions" :key="r.id"><RadioButton v-model="s.resolution" :input-id="r.id" name="resolution" :value="r.id" /> <label :for="r.id">{{ r.label }}</label></div></fieldset>
  <div data-drive="duration"><label id="dur">Duration: {{ s.duration }} s</label> <Slider :min="3" :max="15" v-model="s.duration" aria-labelledby="dur" /></div>
  <div data-drive="ratio"><span id="ratio">Aspect ratio</span> <SelectButton :options="ratios" :allow-empty="false" v-model="s.ratio" aria-labelledby="ratio" /></div>
  <div data-drive="variants"><label for="variants">Variants</label> <InputNumber input-id="variants" :min="1" :max="4" show-buttons v-model="s.variants" /></div>
  <div data-drive="audio"><label for="audio">Audio</label> <ToggleSwitch input-id="audio" v-model="s.audio" /></div>
  <Button type="button">Enhance prompt</Button> <Button type="submit" @click="pressed" label="Generate" />
  </form>`,
  [[PrimeVue, { theme: { preset: Aura } }]],
  { Button, InputNumber, RadioButton, Select, SelectButton, Slider, Textarea, ToggleSwitch },
)
