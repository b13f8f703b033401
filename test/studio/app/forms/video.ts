import { is, named, type Form } from './kinds'
import { prompt } from './prompt'

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
