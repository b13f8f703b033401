import type { Control } from '../shown'

/** A file field: how many files are chosen, never which. */
export const files: Control = {
  kind: 'files',
  matches: (element) => element.localName === 'input' && (element as HTMLInputElement).type === 'file',
  read: (element) => ({ count: (element as HTMLInputElement).files?.length ?? 0, of: 'files' }),
}
