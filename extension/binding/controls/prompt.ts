import type { Control } from '../shown'

/** Text the user writes: its length alone, which the element tells without its text being read. */
export const prompt: Control = {
  kind: 'prompt',
  matches: (element) => element.localName === 'textarea',
  read: (element) => ({ count: (element as HTMLTextAreaElement).textLength, of: 'characters' }),
}
