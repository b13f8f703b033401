import { durations, models, ratios, resolutions, start, type Settings } from '../harness/settings'
import { pressed, submitted, tell } from '../harness/truth'

const app = document.querySelector('#app')!
app.innerHTML = `<form>
  <div data-drive="prompt"><label for="p">Prompt</label><br><textarea id="p" name="prompt"></textarea></div>
  <div data-drive="model"><label>Model <select name="model">${models.map((m) => `<option value="${m.id}">${m.label}</option>`)}</select></label></div>
  <fieldset data-drive="resolution"><legend>Resolution</legend>${resolutions
    .map((r) => `<label><input type="radio" name="res" value="${r.id}">${r.label}</label>`)
    .join('')}</fieldset>
  <div data-drive="duration"><label for="d">Duration</label> <select id="d">${durations.map((d) => `<option value="${d}">${d} seconds</option>`)}</select></div>
  <div data-drive="ratio"><span>Aspect ratio</span><div class="row">${ratios
    .map((r) => `<button type="button" class="pill" data-r="${r}">${r}</button>`)
    .join('')}</div></div>
  <div data-drive="variants"><label for="v">Variants</label> <input id="v" type="number" min="1" max="4"></div>
  <div data-drive="audio"><label><input type="checkbox" name="audio"> Generate audio</label></div>
  <button type="button">Enhance prompt</button> <button type="submit">Generate</button></form>`
app.querySelector('button[type=submit]')!.addEventListener('click', pressed)
app.querySelector('form')!.addEventListener('submit', (event) => {
  event.preventDefault()
  submitted()
})

const field = <T extends Element>(selector: string) => app.querySelector<T>(selector)!
field<HTMLSelectElement>('[name=model]').value = start.model
field<HTMLInputElement>(`[value=${start.resolution}]`).checked = true
field<HTMLSelectElement>('#d').value = String(start.duration)
field<HTMLInputElement>('#v').value = String(start.variants)
choose(start.ratio)

app.addEventListener('input', (event) => {
  const input = event.target as HTMLInputElement
  const setting = input.closest<HTMLElement>('[data-drive]')!.dataset.drive as keyof Settings
  const value =
    setting === 'audio' ? input.checked : ['duration', 'variants'].includes(setting) ? Number(input.value) : input.value
  tell(setting, value as never)
})
app.addEventListener('click', (event) => {
  const pill = (event.target as Element).closest<HTMLElement>('[data-r]')
  if (pill) choose(pill.dataset.r!)
})

function choose(ratio: string) {
  for (const pill of app.querySelectorAll<HTMLElement>('[data-r]'))
    pill.classList.toggle('is-selected', pill.dataset.r === ratio)
  tell('ratio', ratio)
}
