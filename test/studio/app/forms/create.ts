import { is, named, type Form } from './kinds'

const prompt = (placeholder: string, label = 'Prompt') =>
  ({ kind: 'words', name: 'prompt', label, rows: 4, max: 5000, placeholder, unpriced: true }) as const

export const image: Form = {
  feature: 'text-to-image',
  path: '/create/image',
  title: 'Image',
  blurb: 'Pictures from words, five models.',
  icon: 'image',
  group: 'Create',
  art: 'picture',
  press: 'Generate',
  controls: [
    prompt('A glass greenhouse at the edge of a fjord, first snow, warm light inside'),
    {
      kind: 'listbox',
      name: 'model',
      label: 'Model',
      start: 'lumen',
      options: named(
        ['lumen', 'Lumen', 'Quick and cheap'],
        ['lumen-pro', 'Lumen Pro', 'Follows references'],
        ['aurora', 'Aurora', 'Any size'],
        ['photon', 'Photon', 'Photographic sets'],
        ['sketch', 'Sketch', 'Four ideas a press'],
      ),
    },
    {
      kind: 'segments',
      name: 'quality',
      label: 'Quality',
      start: 'standard',
      when: is('model', 'lumen'),
      options: named(['draft', 'Draft'], ['standard', 'Standard'], ['high', 'High']),
    },
    {
      kind: 'radios',
      name: 'shape',
      label: 'Shape',
      start: 'square',
      when: is('model', 'lumen'),
      options: named(['square', 'Square 1:1'], ['wide', 'Wide 16:9']),
    },
    {
      kind: 'segments',
      name: 'resolution',
      label: 'Resolution',
      start: '1k',
      when: is('model', 'lumen-pro'),
      options: named(['auto', 'Auto'], ['1k', '1K'], ['2k', '2K'], ['4k', '4K']),
    },
    {
      kind: 'stepper',
      name: 'references',
      label: 'Reference pictures',
      min: 0,
      max: 8,
      start: 0,
      when: is('model', 'lumen-pro'),
    },
    {
      kind: 'number',
      name: 'width',
      label: 'Width',
      unit: 'px',
      min: 256,
      max: 2048,
      step: 64,
      start: 1024,
      when: is('model', 'aurora'),
    },
    {
      kind: 'number',
      name: 'height',
      label: 'Height',
      unit: 'px',
      min: 256,
      max: 2048,
      step: 64,
      start: 1024,
      when: is('model', 'aurora'),
    },
    {
      kind: 'segments',
      name: 'batch',
      label: 'Pictures in the set',
      start: '1',
      when: is('model', 'photon'),
      options: named('1', '2', '4'),
    },
    {
      kind: 'range',
      name: 'variants',
      label: 'Variants',
      min: 1,
      max: 4,
      start: 1,
      when: is('model', 'lumen', 'lumen-pro', 'aurora'),
    },
    {
      kind: 'select',
      name: 'speed',
      label: 'Speed',
      start: 'standard',
      advanced: true,
      options: named(
        ['standard', 'Standard'],
        ['turbo', 'Turbo, twice as fast'],
        ['relaxed', 'Relaxed, when there is room'],
      ),
    },
    {
      kind: 'combobox',
      name: 'style',
      label: 'Style',
      start: 'None',
      advanced: true,
      unpriced: true,
      options: named('None', 'Analogue film', 'Gouache', 'Linocut', 'Paper cut', 'Isometric'),
    },
  ],
}

export const video: Form = {
  feature: 'text-to-video',
  path: '/create/video',
  title: 'Video',
  blurb: 'Clips with or without sound.',
  icon: 'film',
  group: 'Create',
  art: 'film',
  press: 'Create video',
  controls: [
    prompt('Waves roll under a wooden pier at dusk, slow push in'),
    {
      kind: 'cards',
      name: 'model',
      label: 'Model',
      start: 'drift-3',
      options: named(
        ['drift-3', 'Drift 3', 'Best motion, sound'],
        ['drift-3-turbo', 'Drift 3 Turbo', 'Fast, sound always'],
        ['drift-2', 'Drift 2', 'Until January'],
        ['tide-2', 'Tide 2', '5 or 10 s'],
        ['ember', 'Ember', 'Fine light'],
        ['frame-24', 'Frame 24', 'Film cadence'],
      ),
    },
    {
      kind: 'segments',
      name: 'resolution',
      label: 'Resolution',
      start: '720p',
      options: ({ model }) =>
        model === 'drift-3'
          ? named(['720p', '720p'], ['1080p', '1080p HD'], ['4k', '4K'])
          : model === 'drift-2'
            ? named(['720p', '720p'])
            : model === 'ember'
              ? named(['540p', '540p'], ['720p', '720p'], ['1080p', '1080p HD'])
              : named(['720p', '720p'], ['1080p', '1080p HD']),
    },
    {
      kind: 'slider',
      name: 'duration',
      label: 'Duration',
      unit: 's',
      min: 1,
      max: 20,
      start: 5,
      when: (values) => values.model !== 'tide-2',
      bounds: ({ model }) =>
        ({
          'drift-3': { min: 2, max: 12 },
          'drift-3-turbo': { min: 2, max: 10 },
          'drift-2': { min: 2, max: 8 },
          ember: { min: 1, max: 10 },
          'frame-24': { min: 4, max: 20 },
        })[String(model)] ?? { min: 1, max: 20 },
    },
    {
      kind: 'segments',
      name: 'duration',
      label: 'Duration',
      start: '5',
      when: is('model', 'tide-2'),
      options: named(['5', '5 s'], ['10', '10 s']),
    },
    {
      kind: 'switch',
      name: 'audio',
      label: 'Sound',
      hint: 'Voices, ambience and effects',
      start: true,
      when: is('model', 'drift-3'),
    },
    {
      kind: 'select',
      name: 'variants',
      label: 'Variants',
      start: '1',
      advanced: true,
      options: named(['1', '1 clip'], ['2', '2 clips'], ['3', '3 clips'], ['4', '4 clips']),
    },
    {
      kind: 'radios',
      name: 'speed',
      label: 'Speed',
      start: 'standard',
      advanced: true,
      options: named(['standard', 'Standard'], ['fast', 'Fast lane'], ['relaxed', 'Relaxed']),
    },
    { kind: 'number', name: 'seed', label: 'Seed', min: 0, max: 999999, start: 0, advanced: true, unpriced: true },
  ],
}

export const animate: Form = {
  feature: 'image-to-video',
  path: '/create/animate',
  title: 'Animate',
  blurb: 'A still picture starts to move.',
  icon: 'spark',
  group: 'Create',
  art: 'film',
  press: 'Animate',
  controls: [
    { kind: 'source', name: 'picture', label: 'Picture', of: 'picture', gives: [], unpriced: true },
    prompt('Steam rises, the curtain moves', 'What should happen'),
    {
      kind: 'select',
      name: 'resolution',
      label: 'Resolution',
      start: '720p',
      options: named(
        ['480p', 'SD (480p)'],
        ['720p', 'HD (720p)'],
        ['1080p', 'Full HD (1080p)'],
        ['4k', 'Ultra HD (4K)'],
      ),
    },
    { kind: 'range', name: 'duration', label: 'Length', unit: 's', min: 1, max: 20, start: 5 },
    {
      kind: 'tabs',
      name: 'motion',
      label: 'Motion',
      start: 'natural',
      options: named(['subtle', 'Subtle'], ['natural', 'Natural'], ['wild', 'Wild']),
    },
    { kind: 'pressed', name: 'endFrame', label: 'End on a second picture', start: false },
    { kind: 'stepper', name: 'runs', label: 'Runs', min: 1, max: 4, start: 1 },
  ],
}

export const storyboard: Form = {
  feature: 'storyboard',
  path: '/create/storyboard',
  title: 'Storyboard',
  blurb: 'Several shots, one film.',
  icon: 'board',
  group: 'Create',
  art: 'film',
  press: 'Render film',
  controls: [
    prompt('A letter travels from a lighthouse to the city', 'Story'),
    { kind: 'shots', name: 'shots', label: 'Shots', start: [3, 5, 6] },
    {
      kind: 'segments',
      name: 'resolution',
      label: 'Resolution',
      start: '720p',
      options: named(['720p', '720p'], ['1080p', '1080p HD']),
    },
    { kind: 'checkbox', name: 'music', label: 'Compose a score', start: false },
  ],
}

export const avatar: Form = {
  feature: 'avatar',
  path: '/create/avatar',
  title: 'Avatar',
  blurb: 'A presenter who reads your script.',
  icon: 'person',
  group: 'Create',
  art: 'film',
  press: 'Create avatar',
  controls: [
    prompt('Hello, and welcome to the autumn release.', 'Script'),
    {
      kind: 'tabs',
      name: 'mode',
      label: 'Delivery',
      start: 'standard',
      options: named(['standard', 'Standard'], ['expressive', 'Expressive']),
    },
    { kind: 'number', name: 'duration', label: 'Length', unit: 's', min: 1, max: 120, start: 30 },
    {
      kind: 'either',
      name: 'quality',
      label: 'HD',
      hint: 'Sharper, 1080p',
      start: 'sd',
      options: named(['sd', 'SD'], ['hd', 'HD']),
    },
  ],
}

export const enhance: Form = {
  feature: 'enhance-prompt',
  path: '/create/prompt',
  title: 'Prompt help',
  blurb: 'A fuller prompt from a few words.',
  icon: 'wand',
  group: 'Create',
  art: 'text',
  press: 'Enhance',
  controls: [prompt('cosy cabin, winter', 'A few words')],
}
