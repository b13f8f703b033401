import 'element-plus/dist/index.css'
import ElementPlus from 'element-plus'
import { mount } from '../harness/vue'

mount(
  `<el-form label-position="top" @submit.prevent="submitted">
  <el-form-item label="Prompt" data-drive="prompt"><el-input type="textarea" v-model="s.prompt" /></el-form-item>
  <el-form-item label="Model" data-drive="model"><el-select v-model="s.model"><el-option v-for="m in models" :key="m.id" :value="m.id" :label="m.label" /></el-select></el-form-item>
  <el-form-item label="Resolution" data-drive="resolution"><el-radio-group v-model="s.resolution"><el-radio-button v-for="r in resolutions" :key="r.id" :value="r.id" :label="r.label" /></el-radio-group></el-form-item>
  <el-form-item label="Duration" data-drive="duration"><el-slider :min="3" :max="15" v-model="s.duration" /></el-form-item>
  <el-form-item label="Aspect ratio" data-drive="ratio"><el-segmented :options="ratios" v-model="s.ratio" /></el-form-item>
  <el-form-item label="Variants" data-drive="variants"><el-input-number :min="1" :max="4" v-model="s.variants" /></el-form-item>
  <el-form-item label="Audio" data-drive="audio"><el-switch v-model="s.audio" /></el-form-item>
  <el-button>Enhance prompt</el-button> <el-button type="primary" native-type="submit" @click="pressed">Generate</el-button>
  </el-form>`,
  [ElementPlus],
)
