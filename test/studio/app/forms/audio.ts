import { named, type Form } from './kinds'

export const speech: Form = {
  feature: 'speech',
  path: '/create/speech',
  title: 'Speech',
  blurb: 'Voices that read aloud.',
  icon: 'voice',
  group: 'Audio',
  art: 'wave',
  press: 'Speak',
  controls: [
    {
      kind: 'words',
      name: 'characters',
      label: 'Text',
      rows: 6,
      max: 5000,
      counts: 'characters',
      placeholder: 'Type what the voice should say',
    },
    {
      kind: 'segments',
      name: 'model',
      label: 'Model',
      start: 'studio',
      options: named(['flash', 'Flash'], ['studio', 'Studio']),
    },
    {
      kind: 'listbox',
      name: 'voice',
      label: 'Voice',
      start: 'stock',
      options: named(['stock', 'Astrid', 'Stock voice'], ['cloned', 'Your own voice', 'Cloned']),
    },
  ],
}

export const music: Form = {
  feature: 'music',
  path: '/create/music',
  title: 'Music',
  blurb: 'Two songs for every press.',
  icon: 'note',
  group: 'Audio',
  art: 'wave',
  press: 'Compose',
  controls: [
    {
      kind: 'words',
      name: 'prompt',
      label: 'Mood',
      rows: 3,
      max: 1000,
      placeholder: 'Calm piano, slow strings, rain',
      unpriced: true,
    },
    { kind: 'length', name: 'duration', label: 'Length', unit: 's', min: 10, max: 300, start: 60 },
    { kind: 'checkbox', name: 'stems', label: 'Separate stems', start: false },
    { kind: 'switch', name: 'instrumental', label: 'Instrumental', start: true, unpriced: true },
  ],
}

export const soundEffect: Form = {
  feature: 'sound-effect',
  path: '/create/sound',
  title: 'Sound effect',
  blurb: 'Four takes a press.',
  icon: 'burst',
  group: 'Audio',
  art: 'wave',
  press: 'Make sounds',
  controls: [
    {
      kind: 'words',
      name: 'prompt',
      label: 'Sound',
      rows: 2,
      max: 500,
      placeholder: 'A heavy door creaks open',
      unpriced: true,
    },
    { kind: 'length', name: 'duration', label: 'Length', unit: 's', min: 0.5, max: 22, step: 0.5, start: 4 },
  ],
}

export const transcribe: Form = {
  feature: 'transcribe',
  path: '/edit/transcript',
  title: 'Transcript',
  blurb: 'Words from a recording.',
  icon: 'lines',
  group: 'Audio',
  art: 'text',
  press: 'Transcribe',
  controls: [
    { kind: 'source', name: 'recording', label: 'Recording', of: 'sound', gives: ['sourceSeconds'] },
    { kind: 'checkbox', name: 'speakers', label: 'Name the speakers', start: false },
  ],
}

export const dub: Form = {
  feature: 'dub',
  path: '/edit/dubbing',
  title: 'Dubbing',
  blurb: 'The same voice in other languages.',
  icon: 'globe',
  group: 'Audio',
  art: 'wave',
  press: 'Dub',
  controls: [
    { kind: 'source', name: 'film', label: 'Film', of: 'video', gives: ['sourceSeconds'] },
    {
      kind: 'ticks',
      name: 'languages',
      label: 'Languages',
      start: ['Norwegian'],
      options: named(
        'Norwegian',
        'German',
        'French',
        'Spanish',
        'Italian',
        'Portuguese',
        'Polish',
        'Japanese',
        'Korean',
        'Arabic',
      ),
    },
    { kind: 'switch', name: 'lipSync', label: 'Lip sync', start: false },
  ],
}
