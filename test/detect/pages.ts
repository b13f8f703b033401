/**
 * Whole pages that nobody prepared, as tools really draw them. Each asks for one run of the gallery's card; `total` is what that comes to,
 * undefined where the page itself leaves it open or the run is none that the card sells.
 */
export type Invented = { name: string; html: string; total?: string }

type Part = 'model' | 'resolution' | 'duration' | 'variants' | 'ratio' | 'audio' | 'prompt'
type Made = Partial<Record<Part, string>> & {
  before?: string
  after?: string
  button?: string
  wrap?: [string, string]
}

const options = (words: string[]) => words.map((word) => `<option>${word}</option>`).join('')
const list = (label: string, ...words: string[]) => `<p><label>${label} <select>${options(words)}</select></label></p>`
const number = (label: string, value: string, more = '') =>
  `<p><label>${label} <input type="number" value="${value}" ${more}></label></p>`
const box = (label: string, on = '') => `<p><label><input type="checkbox" ${on}> ${label}</label></p>`
const pills = (label: string, chosen: number, ...words: string[]) =>
  `<div><span>${label}</span><div class="pills">${words
    .map((word, i) => `<button type="button" class="pill${i === chosen ? ' selected' : ''}">${word}</button>`)
    .join('')}</div></div>`
const tabs = (label: string, chosen: number, ...words: string[]) =>
  `<div role="tablist" aria-label="${label}">${words
    .map((word, i) => `<button type="button" role="tab" aria-selected="${i === chosen}">${word}</button>`)
    .join('')}</div>`
const opener = (label: string, words: string) =>
  `<div class="row"><span>${label}</span><button type="button" aria-haspopup="listbox" aria-expanded="false">${words} ▾</button></div>`

const plain: Record<Part, string> = {
  model: list('Model', 'Swift 2', 'Swift 2 Pro', 'Aurora XL'),
  resolution: list('Resolution', '1080p', '720p', '4K'),
  duration: list('Duration', '5 s', '10 s'),
  variants: number('Variants', '2', 'min="1" max="4"'),
  ratio: list('Aspect ratio', '16:9', '9:16', '1:1'),
  audio: box('Audio'),
  prompt: '<p><label>Prompt <textarea></textarea></label></p>',
}

function made(name: string, total: string | undefined, made: Made): Invented {
  const {
    before = '',
    after = '',
    button = 'Generate',
    wrap = ['<form onsubmit="return false">', '</form>'],
    ...parts
  } = made
  const body = Object.values({ ...plain, ...parts }).join('')
  return { name, html: `${before}${wrap[0]}${body}<button type="button">${button}</button>${wrap[1]}${after}`, total }
}

const inWords = (name: string, button: string, words: Record<Exclude<Part, never>, string>, on: string[]): Invented =>
  made(name, '1050', {
    model: list(words.model, 'Swift 2', 'Aurora XL'),
    resolution: list(words.resolution, '1080p', '4K'),
    duration: list(words.duration, ...on),
    variants: number(words.variants, '2'),
    ratio: list(words.ratio, '16:9', '1:1'),
    audio: box(words.audio),
    prompt: `<p><label>${words.prompt} <textarea></textarea></label></p>`,
    button,
  })

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const bare = (...words: string[]) => `<select>${options(words)}</select>`

export const invented: Invented[] = [
  made('two tools on one page, each with its own button', '1050', {
    after: `<form onsubmit="return false"><h2>Picture</h2>${list('Size', '1024 × 1024')}${list('Quality', 'High', 'Low')}<button type="button">Create image</button></form>`,
  }),
  made('the price on the button', '1050', { button: 'Generate <small>1,050 credits</small>' }),
  made('seconds as a time on tabs', '1050', { duration: tabs('Duration', 0, '0:05', '0:10', '0:15') }),
  made('HD and 4K on tabs', '1050', { resolution: tabs('Resolution', 0, 'HD', '4K') }),
  made('HD and 4K on tabs, 4K chosen', '1170', { resolution: tabs('Resolution', 1, 'HD', '4K') }),
  made('a drawn slider with a role', '1050', {
    duration:
      '<div><span id="d">Duration</span><div role="slider" tabindex="0" aria-labelledby="d" aria-valuemin="3" aria-valuemax="15" aria-valuenow="5" aria-valuetext="5 seconds" style="width:200px;height:12px;background:#ccc"></div></div>',
  }),
  made('a drawn slider without any role', '1050', {
    duration:
      '<div class="slider"><span>Duration</span> <b>5s</b><div class="track" style="width:200px;height:6px;background:#ccc"><i style="margin-left:20%">●</i></div></div>',
  }),
  made('a slider in tenths of a second', '1050', {
    duration:
      '<p><label>Duration <input type="range" min="30" max="150" value="50"></label> <output>5.0 s</output></p>',
  }),
  inWords(
    'labels in Spanish',
    'Generar',
    {
      model: 'Modelo',
      resolution: 'Resolución',
      duration: 'Duración',
      variants: 'Variantes',
      ratio: 'Relación de aspecto',
      audio: 'Con audio',
      prompt: 'Descripción',
    },
    ['5 segundos', '10 segundos'],
  ),
  inWords(
    'labels in German',
    'Video erstellen',
    {
      model: 'Modell',
      resolution: 'Auflösung',
      duration: 'Dauer',
      variants: 'Anzahl',
      ratio: 'Seitenverhältnis',
      audio: 'Mit Ton',
      prompt: 'Beschreibung',
    },
    ['5 Sek.', '10 Sek.'],
  ),
  inWords(
    'labels in Japanese',
    '生成する',
    {
      model: 'モデル',
      resolution: '解像度',
      duration: '長さ',
      variants: '生成数',
      ratio: 'アスペクト比',
      audio: '音声',
      prompt: 'プロンプト',
    },
    ['5秒', '10秒'],
  ),
  inWords(
    'digits of full width',
    '生成',
    {
      model: 'モデル',
      resolution: '解像度',
      duration: '長さ',
      variants: '生成数',
      ratio: '縦横比',
      audio: 'サウンド',
      prompt: 'プロンプト',
    },
    ['５秒', '１０秒'],
  ),
  inWords(
    'labels in Korean',
    '생성하기',
    {
      model: '모델',
      resolution: '해상도',
      duration: '길이',
      variants: '개수',
      ratio: '화면 비율',
      audio: '오디오',
      prompt: '프롬프트',
    },
    ['5초', '10초'],
  ),
  {
    ...inWords(
      'labels in Arabic, from right to left',
      'إنشاء',
      {
        model: 'النموذج',
        resolution: 'الدقة',
        duration: 'المدة',
        variants: 'العدد',
        ratio: 'نسبة العرض إلى الارتفاع',
        audio: 'الصوت',
        prompt: 'نص',
      },
      ['5 ثانية', '10 ثانية'],
    ),
  },
  made('the unit in the placeholder', '1050', { duration: '<p><input placeholder="seconds" value="5"></p>' }),
  made('the label as a placeholder', '1050', { duration: '<p><input placeholder="Duration (s)" value="5"></p>' }),
  made('a list of prices beside the form', '1050', {
    after:
      '<aside><h3>Credits</h3><table><tr><th>Model</th><th>Per second</th></tr><tr><td>Swift 2</td><td>5 credits</td></tr><tr><td>Aurora XL</td><td>19 credits</td></tr></table><ul><li>Duration 10 s: 100 credits</li><li>Resolution 4K: 340 credits</li></ul></aside>',
  }),
  made('a table of clips, made at once', undefined, {
    resolution: '',
    duration: '',
    before: '',
    variants: `<table><tr><th>Clip</th><th>Resolution</th><th>Duration</th></tr>${row('1', bare('1080p', '4K'), bare('5 s', '10 s'))}${row('2', bare('4K', '1080p'), bare('10 s', '5 s'))}</table>`,
    button: 'Generate all',
  }),
  made('a table of earlier clips under the form', '1050', {
    after: `<table><tr><th>Duration</th><th>Variants</th></tr>${row(bare('5 s'), '3')}${row(bare('10 s'), '1')}</table>`,
  }),
  made('minutes and seconds in two fields', undefined, {
    duration:
      '<fieldset><legend>Duration</legend><input type="number" value="0" aria-label="Minutes"> : <input type="number" value="5" aria-label="Seconds"></fieldset>',
  }),
  made('the length in frames with their rate', undefined, {
    duration: number('Frames', '120') + number('FPS', '24'),
  }),
  made('width and height instead of a resolution', undefined, {
    resolution: number('Width', '1920') + number('Height', '1080'),
  }),
  made('the resolution as a bare height', '1050', {
    resolution: list('Resolution', '1080', '720'),
  }),
  made('presets that set what is not shown', undefined, {
    model: '',
    resolution: pills('Preset', 1, 'Draft', 'Standard', 'Cinema 4K'),
  }),
  made('two models compared in one run', undefined, {
    model: list('Model A', 'Swift 2', 'Aurora XL') + list('Model B', 'Aurora XL', 'Swift 2'),
  }),
  made('several models at once', undefined, {
    model:
      '<div role="group" aria-label="Model"><button type="button" aria-pressed="true">Swift 2</button><button type="button" aria-pressed="true">Aurora XL</button></div>',
  }),
  made('the count on a split button', undefined, {
    variants: '',
    button: 'Generate</button><button type="button" aria-haspopup="menu">×2',
  }),
  made('a stepper of two buttons and a number', '1050', {
    variants:
      '<div class="stepper"><span>Variants</span><button type="button">−</button><span>2</span><button type="button">+</button></div>',
  }),
  made('settings folded away', '1050', {
    audio: '',
    variants: `<details><summary>Advanced</summary>${box('Audio')}${number('Variants', '2')}</details>`,
  }),
  made('an upscale beside the resolution', undefined, { audio: plain.audio + box('Upscale to 4K', 'checked') }),
  made('an extension of the last clip beside', '1050', {
    after: `<section><h3>Extend</h3>${list('Extend by', '10 s', '5 s')}<button type="button">Extend</button></section>`,
  }),
  made('scenes of a storyboard, each with a length', undefined, {
    duration: `<ol><li>Scene 1 ${list('Duration', '5 s', '10 s')}</li><li>Scene 2 ${list('Duration', '5 s', '10 s')}</li></ol>`,
  }),
  made('lengths in words with the seconds in brackets', '1050', {
    duration: list('Length', 'Short (5s)', 'Long (10s)'),
  }),
  made('a length from and to', undefined, { duration: list('Duration', '5–10 s', '10–15 s') }),
  made('an option whose value is another number than its words', '1050', {
    duration: '<p><label>Duration <select><option value="10">5 s</option></select></label></p>',
  }),
  made('a form in a table', '1050', {
    wrap: ['<form onsubmit="return false"><table>', '</table></form>'],
    ...Object.fromEntries(
      [
        ['model', 'Model', bare('Swift 2', 'Aurora XL')],
        ['resolution', 'Resolution', bare('1080p', '4K')],
        ['duration', 'Duration', bare('5 s', '10 s')],
        ['variants', 'Variants', '<input type="number" value="2">'],
        ['ratio', 'Aspect ratio', bare('16:9', '1:1')],
        ['audio', 'Audio', '<input type="checkbox">'],
        ['prompt', 'Prompt', '<textarea></textarea>'],
      ].map(([part, label, control]) => [part, `<tr><th>${label}</th><td>${control}</td></tr>`]),
    ),
  }),
  made('a form in a definition list', '1050', {
    wrap: ['<form onsubmit="return false"><dl>', '</dl></form>'],
    ...Object.fromEntries(
      [
        ['model', 'Model', bare('Swift 2', 'Aurora XL')],
        ['resolution', 'Resolution', bare('1080p', '4K')],
        ['duration', 'Duration', bare('5 s', '10 s')],
        ['variants', 'Variants', '<input type="number" value="2">'],
      ].map(([part, label, control]) => [part, `<dt>${label}</dt><dd>${control}</dd>`]),
    ),
  }),
  made('labels behind their controls', '1050', {
    resolution: `<p>${bare('1080p', '4K')} Resolution</p>`,
    duration: `<p>${bare('5 s', '10 s')} Duration</p>`,
  }),
  made('a copy for phones that is hidden and says otherwise', '1050', {
    after: `<form style="display:none" onsubmit="return false">${list('Duration', '10 s')}${list('Resolution', '4K')}<button type="button">Generate</button></form>`,
  }),
  made('another tab of the page that is closed', '1050', {
    before: `<div role="tablist"><button role="tab" aria-selected="false">Image</button><button role="tab" aria-selected="true">Video</button></div><div role="tabpanel" hidden>${list('Resolution', '4K')}${number('Variants', '4')}<button type="button">Generate</button></div>`,
  }),
  made('the unit behind the field', '1050', {
    duration: '<p><label>Duration <input type="number" value="5"></label> <span>s</span></p>',
  }),
  made('minutes behind the field', undefined, {
    duration: '<p><label>Duration <input type="number" value="5"></label> <span>min</span></p>',
  }),
  made('menus that show what is chosen', '1050', {
    model: opener('Model', 'Swift 2'),
    resolution: opener('Resolution', '1080p'),
    duration: opener('Duration', '5s'),
  }),
  made('a number of times with a cross', '1050', { variants: pills('Variants', 1, '×1', '×2', '×4') }),
  made('a grid of models with their prices', '1050', {
    model: `<div><span>Model</span><div class="grid">${['Swift 2', 'Swift 2 Pro', 'Aurora XL']
      .map(
        (name, i) =>
          `<div class="card${i ? '' : ' selected'}" tabindex="0"><b>${name}</b><p>from ${i * 8 + 5} credits per second</p></div>`,
      )
      .join('')}</div></div>`,
  }),
  made('a length with a comma', '1050', { duration: list('Dauer', '5,0 s', '10,0 s') }),
  made('a number of runs below', undefined, { prompt: plain.prompt + number('Number of runs', '3') }),
  made('a length of one’s own', '1070', {
    duration:
      '<fieldset><legend>Duration</legend><label><input type="radio" name="d">5 s</label><label><input type="radio" name="d" checked>Custom</label> <input type="number" value="7" aria-label="Custom seconds"></fieldset>',
  }),
  made('models in groups', '1050', {
    model: `<p><label>Model <select><optgroup label="Fast">${options(['Swift 2', 'Swift 2 Pro'])}</optgroup><optgroup label="Best">${options(['Aurora XL'])}</optgroup></select></label></p>`,
  }),
  made('one prompt a line, each a run', undefined, {
    prompt: '<p><label>Prompts, one per line <textarea>a\nb\nc</textarea></label></p>',
  }),
  made('a bar of icons with words only in titles', '1050', {
    resolution:
      '<div role="radiogroup" aria-label="Resolution"><button type="button" role="radio" aria-checked="true" title="1080p">▢</button><button type="button" role="radio" aria-checked="false" title="4K">▣</button></div>',
  }),
  made('the settings of the last run shown below', '1050', {
    after: `<section aria-label="Results"><figure><video></video><figcaption>Swift 2 · 4K · 10 s · 9:16</figcaption><button type="button">Generate again</button></figure></section>`,
  }),
]
