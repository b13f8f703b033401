import { is, named, type Form } from './kinds'

const not14 = is('version', 'v3', 'v2.5')

export const model3d: Form = {
  feature: 'text-to-3d',
  path: '/create/3d',
  title: '3D model',
  blurb: 'Meshes from words or pictures.',
  icon: 'cube',
  group: '3D',
  art: 'solid',
  press: 'Generate model',
  controls: [
    {
      kind: 'words',
      name: 'prompt',
      label: 'Prompt',
      rows: 3,
      max: 2000,
      placeholder: 'A brass lantern with four glass panes',
      unpriced: true,
    },
    {
      kind: 'select',
      name: 'version',
      label: 'Version',
      start: 'v3',
      options: named(['v3', 'Facet 3'], ['v2.5', 'Facet 2.5'], ['v1.4', 'Facet 1.4 (classic)']),
    },
    {
      kind: 'segments',
      name: 'input',
      label: 'From',
      start: 'text',
      options: named(['text', 'Text'], ['image', 'Picture'], ['multiview', 'Several views']),
    },
    {
      kind: 'radios',
      name: 'geometry',
      label: 'Geometry',
      start: 'standard',
      when: not14,
      options: named(['standard', 'Standard'], ['detailed', 'Detailed']),
    },
    {
      kind: 'listbox',
      name: 'texture',
      label: 'Texture',
      start: 'plain',
      when: not14,
      options: named(
        ['none', 'No texture'],
        ['plain', 'Plain colour'],
        ['pbr', 'PBR materials', 'Metal, roughness, normal'],
      ),
    },
    { kind: 'checkbox', name: 'quad', label: 'Quad faces', start: false, when: not14 },
    {
      kind: 'unset-number',
      name: 'faceLimit',
      label: 'Face limit',
      min: 1000,
      max: 500_000,
      placeholder: 'No limit',
      when: not14,
      advanced: true,
    },
  ],
}

export const convert3d: Form = {
  feature: 'convert-3d',
  path: '/edit/convert',
  title: 'Convert',
  blurb: 'Another format, size or mesh.',
  icon: 'swap',
  group: '3D',
  art: 'solid',
  press: 'Convert',
  controls: [
    { kind: 'select', name: 'format', label: 'Format', start: 'GLB', options: named('GLB', 'FBX', 'USDZ', 'STL') },
    {
      kind: 'segments',
      name: 'textureSize',
      label: 'Texture size',
      start: '4096',
      options: named(['1024', '1,024'], ['2048', '2,048'], ['4096', '4,096']),
    },
    { kind: 'switch', name: 'quad', label: 'Quad faces', start: false },
    { kind: 'unset-number', name: 'faceLimit', label: 'Face limit', min: 1000, max: 500_000, placeholder: 'No limit' },
    { kind: 'number', name: 'scale', label: 'Scale', min: 0.1, max: 10, step: 0.1, start: 1 },
  ],
}

export const rig3d: Form = {
  feature: 'rig-3d',
  path: '/edit/rig',
  title: 'Rig',
  blurb: 'Bones and a first walk.',
  icon: 'bones',
  group: '3D',
  art: 'solid',
  press: 'Rig it',
  controls: [
    {
      kind: 'segments',
      name: 'animation',
      label: 'First animation',
      start: 'walk',
      unpriced: true,
      options: named(['idle', 'Idle'], ['walk', 'Walk'], ['dance', 'Dance']),
    },
  ],
}
