import { named, type Form } from './kinds'
import { prompt } from './prompt'

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
