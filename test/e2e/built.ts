import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The folder of a built add-on; throws when it has not been built. */
export function builtExtension(name: 'chrome-mv3' | 'firefox-mv3'): string {
  const folder = `${root}dist/extension/${name}`
  if (!existsSync(`${folder}/manifest.json`)) throw new Error(`${folder} is not there: run \`npm run build\` first`)
  return folder
}
