import { fileURLToPath } from 'node:url'
import { english } from '../widget/english'

/** Styles are template literals that begin on their own line: without their spaces they are a third smaller. */
export const tightStyles = {
  name: 'tight-styles',
  transform: (code: string, id: string): string | undefined =>
    /\/(widget|extension)\/.*\.tsx?/.test(id)
      ? code.replace(/= `\n[^`]*`/g, (css) =>
          css
            .replace(/\s*\n\s*/g, '')
            .replace(/ ?([{};,>]) ?/g, '$1')
            .replace(/: /g, ':')
            .replace(/\) ([*/]) (?=\d)/g, ')$1')
            .replace(/[ ;]+\}/g, '}'),
        )
      : undefined,
}

/** What goes into other people's pages draws with its own few lines (widget/draw.ts): nothing of preact goes with it. */
export const ownRenderer = {
  name: 'own-renderer',
  enforce: 'pre' as const,
  resolveId(id: string): string | undefined {
    if (id === 'preact/jsx-runtime') return fileURLToPath(new URL('../widget/jsx-runtime.ts', import.meta.url))
    if (id === 'preact' || id.startsWith('preact/')) throw new Error(`${id} does not belong into a page`)
    return undefined
  },
}

/** The texts that a page is given are picked while building: a part of a catalogue is shipped whole otherwise. */
export const pickedEnglish = {
  name: 'picked-english',
  enforce: 'pre' as const,
  load: (id: string): string | undefined =>
    id.endsWith('/widget/english.ts') ? `export const english = ${JSON.stringify(english)}` : undefined,
}
