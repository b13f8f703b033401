import '@awesome.me/webawesome/dist/styles/webawesome.css'
import '@awesome.me/webawesome/dist/components/button/button.js'
import '@awesome.me/webawesome/dist/components/option/option.js'
import '@awesome.me/webawesome/dist/components/radio-group/radio-group.js'
import '@awesome.me/webawesome/dist/components/radio/radio.js'
import '@awesome.me/webawesome/dist/components/select/select.js'
import '@awesome.me/webawesome/dist/components/slider/slider.js'
import '@awesome.me/webawesome/dist/components/switch/switch.js'
import '@awesome.me/webawesome/dist/components/input/input.js'
import '@awesome.me/webawesome/dist/components/textarea/textarea.js'
import { durations, models, ratios, resolutions, start, type Settings } from '../harness/settings'
import { pressed, submitted, tell } from '../harness/truth'

const app = document.querySelector('#app')!
app.innerHTML = `<form>
  <wa-textarea data-drive="prompt" label="Prompt"></wa-textarea>
  <wa-select data-drive="model" label="Model" value="${start.model}">${models.map((m) => `<wa-option value="${m.id}">${m.label}</wa-option>`).join('')}</wa-select>
  <wa-radio-group data-drive="resolution" label="Resolution" value="${start.resolution}">${resolutions.map((r) => `<wa-radio value="${r.id}">${r.label}</wa-radio>`).join('')}</wa-radio-group>
  <wa-select data-drive="duration" label="Duration" value="${start.duration}">${durations.map((d) => `<wa-option value="${d}">${d} s</wa-option>`).join('')}</wa-select>
  <wa-radio-group data-drive="ratio" label="Aspect ratio" value="${start.ratio}">${ratios.map((r) => `<wa-radio appearance="button" value="${r}">${r}</wa-radio>`).join('')}</wa-radio-group>
  <wa-slider data-drive="variants" label="Variants" min="1" max="4" value="${start.variants}"></wa-slider>
  <wa-switch data-drive="audio">Audio</wa-switch>
  <wa-button>Enhance prompt</wa-button> <wa-button type="submit" variant="brand">Generate</wa-button></form>`
app.querySelector('wa-button[type=submit]')!.addEventListener('click', pressed)
app.querySelector('form')!.addEventListener('submit', (event) => {
  event.preventDefault()
  submitted()
})

for (const type of ['input', 'change']) {
  app.addEventListener(type, (event) => {
    const control = (event.target as Element).closest<HTMLElement & { value: string; checked: boolean }>(
      '[data-drive]',
    )!
    const setting = control.dataset.drive as keyof Settings
    const value =
      setting === 'audio'
        ? control.checked
        : ['duration', 'variants'].includes(setting)
          ? Number(control.value)
          : control.value
    tell(setting, value as never)
  })
}
