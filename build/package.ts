/**
 * `npm run package`: what the stores ask for, in `dist/store/`: an archive per browser, the archive of the sources with how
 * to build them, the changes of this version, and the privacy text.
 */
import { execFileSync } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { zip } from 'wxt'

const store = 'dist/store'
const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }

await rm(store, { recursive: true, force: true })
await mkdir(store, { recursive: true })
for (const browser of ['chrome', 'firefox']) {
  const made = await zip({ browser, zip: { zipSources: false } })
  for (const file of made) await cp(file, `${store}/forecost-${version}-${browser}.zip`)
}
// The sources exactly as committed: a reviewer builds the same add-on from them with `npm ci && npm run build`.
execFileSync('git', ['archive', '--format=zip', `--output=${store}/forecost-${version}-sources.zip`, 'HEAD'])
await writeFile(`${store}/CHANGES.md`, await changesOf(version))
await cp('PRIVACY.md', `${store}/PRIVACY.md`)
console.log(`Packed version ${version} into ${store}/`)

/** This version's section of the changelog. */
async function changesOf(wanted: string): Promise<string> {
  const sections = (await readFile('CHANGELOG.md', 'utf8')).split(/^(?=## )/m)
  const section = sections.find((text) => text.startsWith(`## ${wanted}`))
  if (!section) throw new Error(`CHANGELOG.md says nothing of ${wanted}`)
  return section
}
