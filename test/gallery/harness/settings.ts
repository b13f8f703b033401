/** The form every site builds: a video tool with seven settings. Labels differ from machine values on purpose. */
export const models = [
  { id: 'm-101', label: 'Swift 2' },
  { id: 'm-102', label: 'Swift 2 Pro' },
  { id: 'm-207', label: 'Aurora XL' },
]
export const resolutions = [
  { id: 'r0', label: '720p' },
  { id: 'r1', label: '1080p (HD)' },
  { id: 'r2', label: '4K' },
]
export const ratios = ['16:9', '9:16', '1:1']
export const durations = ['5', '8', '10', '12']
export const start = {
  model: 'm-102',
  resolution: 'r1',
  duration: 8,
  audio: false,
  variants: 2,
  ratio: '16:9',
  prompt: '',
}

export type Settings = typeof start
