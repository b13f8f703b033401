import 'vuetify/styles'
import { createVuetify } from 'vuetify'
import * as components from 'vuetify/components'
import { mount } from '../harness/vue'

mount(
  `<v-app><v-form @submit.prevent="submitted">
  <div data-drive="prompt"><v-textarea label="Prompt" rows="2" v-model="s.prompt" /></div>
  <div data-drive="model"><v-select label="Model" :items="models" item-title="label" item-value="id" v-model="s.model" /></div>
  <div data-drive="resolution"><v-radio-group label="Resolution" inline v-model="s.resolution"><v-radio v-for="r in resolutions" :key="r.id" :label="r.label" :value="r.id" /></v-radio-group></div>
  <div data-drive="duration"><v-slider label="Duration" :min="3" :max="15" :step="1" thumb-label v-model="s.duration" /></div>
  <div data-drive="ratio"><span>Aspect ratio</span><v-btn-toggle mandatory v-model="s.ratio"><v-btn v-for="r in ratios" :key="r" :value="r">{{ r }}</v-btn></v-btn-toggle></div>
  <div data-drive="variants"><v-text-field type="number" label="Variants" min="1" max="4" v-model.number="s.variants" /></div>
  <div data-drive="audio"><v-switch label="Audio" v-model="s.audio" /></div>
  <v-btn>Enhance prompt</v-btn> <v-btn type="submit" @click="pressed">Generate</v-btn>
  </v-form></v-app>`,
  [createVuetify({ components })],
)
