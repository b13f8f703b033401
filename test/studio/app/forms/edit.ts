import { is, named, type Form } from './kinds'

const modelled = is('operation', 'replace-background', 'outpaint', 'restyle')

export const editImage: Form = {
  feature: 'edit-image',
  path: '/edit/image',
  title: 'Picture edit',
  blurb: 'Erase, replace, extend, restyle.',
  icon: 'brush',
  group: 'Edit',
  art: 'picture',
  press: 'Apply',
  controls: [
    { kind: 'source', name: 'picture', label: 'Picture', of: 'picture', gives: [], unpriced: true },
    {
      kind: 'tabs',
      name: 'operation',
      label: 'Edit',
      start: 'erase',
      options: named(
        ['erase', 'Erase'],
        ['remove-background', 'Cut out'],
        ['replace-background', 'Background'],
        ['outpaint', 'Extend'],
        ['restyle', 'Restyle'],
      ),
    },
    {
      kind: 'select',
      name: 'model',
      label: 'Model',
      start: 'lumen',
      when: modelled,
      options: named(['lumen', 'Lumen'], ['lumen-pro', 'Lumen Pro'], ['photon', 'Photon']),
    },
    {
      kind: 'stepper',
      name: 'references',
      label: 'Style references',
      min: 0,
      max: 10,
      start: 0,
      when: is('operation', 'restyle'),
    },
    { kind: 'segments', name: 'variants', label: 'Results', start: '1', options: named('1', '2', '3', '4') },
  ],
}

export const editVideo: Form = {
  feature: 'edit-video',
  path: '/edit/video',
  title: 'Video edit',
  blurb: 'New look, new light, longer.',
  icon: 'scissors',
  group: 'Edit',
  art: 'film',
  press: 'Apply edit',
  controls: [
    {
      kind: 'segments',
      name: 'operation',
      label: 'Edit',
      start: 'restyle',
      options: named(['restyle', 'Restyle'], ['relight', 'Relight'], ['extend', 'Extend']),
    },
    {
      kind: 'source',
      name: 'clip',
      label: 'Clip',
      of: 'video',
      gives: ['sourceSeconds'],
      when: is('operation', 'restyle'),
    },
    {
      kind: 'source',
      name: 'clip',
      label: 'Clip',
      of: 'video',
      gives: ['sourceFrames'],
      when: is('operation', 'relight'),
    },
    { kind: 'source', name: 'clip', label: 'Clip', of: 'video', gives: [], when: is('operation', 'extend') },
    {
      kind: 'slider',
      name: 'duration',
      label: 'Length of the result',
      unit: 's',
      min: 1,
      max: 20,
      start: 5,
      when: is('operation', 'restyle'),
    },
    {
      kind: 'select',
      name: 'resolution',
      label: 'Resolution',
      start: '1080p',
      when: is('operation', 'relight'),
      options: named(['1080p', 'Full HD'], ['4k', 'Ultra HD']),
    },
    {
      kind: 'radios',
      name: 'extension',
      label: 'Extend by',
      start: '5',
      when: is('operation', 'extend'),
      options: named(['5', '5 seconds'], ['10', '10 seconds']),
    },
  ],
}

export const upscaleImage: Form = {
  feature: 'upscale-image',
  path: '/upscale/image',
  title: 'Picture upscale',
  blurb: 'Larger, sharper, cleaner.',
  icon: 'arrows',
  group: 'Upscale',
  art: 'picture',
  press: 'Upscale',
  controls: [
    { kind: 'source', name: 'picture', label: 'Picture', of: 'picture', gives: ['sourceWidth', 'sourceHeight'] },
    {
      kind: 'cards',
      name: 'model',
      label: 'Model',
      start: 'crisp',
      options: named(['crisp', 'Crisp', 'By size'], ['steps', 'Steps', 'Up to 8x'], ['edge', 'Edge', 'Line art']),
    },
    {
      kind: 'segments',
      name: 'scale',
      label: 'Enlarge',
      start: '2x',
      when: is('model', 'steps'),
      options: named(['2x', '2×'], ['4x', '4×'], ['8x', '8×']),
    },
    { kind: 'switch', name: 'faces', label: 'Repair faces', start: false },
  ],
}

export const upscaleVideo: Form = {
  feature: 'upscale-video',
  path: '/upscale/video',
  title: 'Video upscale',
  blurb: 'Old footage in 4K.',
  icon: 'arrows',
  group: 'Upscale',
  art: 'film',
  press: 'Enhance video',
  controls: [
    { kind: 'source', name: 'clip', label: 'Clip', of: 'video', gives: ['sourceSeconds', 'sourceFps'] },
    {
      kind: 'segments',
      name: 'resolution',
      label: 'Resolution',
      start: '1080p',
      options: named(['1080p', 'Full HD'], ['4k', 'Ultra HD 4K']),
    },
  ],
}

export const batch: Form = {
  feature: 'batch-image',
  path: '/batch',
  title: 'Batch',
  blurb: 'A list of prompts in one go.',
  icon: 'stack',
  group: 'Create',
  art: 'picture',
  press: 'Run batch',
  controls: [
    {
      kind: 'words',
      name: 'items',
      label: 'Prompts, one a line',
      rows: 9,
      max: 100_000,
      counts: 'lines',
      placeholder: 'A cup on a table\nA cup on a shelf\nA cup in a hand',
    },
    {
      kind: 'select',
      name: 'quality',
      label: 'Quality',
      start: 'standard',
      options: named(['draft', 'Draft'], ['standard', 'Standard']),
    },
  ],
}
