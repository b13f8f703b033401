/**
 * Builds the widget into `dist/widget/`: the elements as ES modules and classic scripts, what they load later, languages, types, the
 * rules that keep their place, and `sri.json` with the digest of every file under its versioned name.
 */
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { build, type InlineConfig } from 'vite'
import { classic } from './classic'
import { customElements } from './custom-elements'
import { classicJsx, ownRenderer, pickedEnglish, plainRules, tightCss, tightStyles, withH } from './in-page'
import { builderFiles, spokenFiles } from './languages'
import { tight } from './tight'
import { parseCard } from '../core/read-card'
import { sealed } from '../core/seal'
import { writeTypes } from './widget-types'

const OUT = 'dist/widget'

const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
const languages = await spokenFiles()
const cards = (await readdir('core/rate-cards')).flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? [])
await rm(OUT, { recursive: true, force: true })

/**
 * `import('./later/fault')` is a script of its own beside the widget's, whole in itself: a page may have two versions of us. The names
 * hold a digest of them all, so that no other version ever answers.
 */
const DIGEST = '00000000'
let digest = DIGEST
const apart = {
  name: 'apart',
  enforce: 'pre' as const,
  resolveId(id: string, importer = '') {
    const name = /\/later\/([\w-]+)$/.exec(resolve(dirname(importer), id))?.[1]
    return name && importer ? { id: `./forecost-${name}.${digest}.js`, external: true } : undefined
  },
}

const later = (await readdir('widget/later')).map((file) => ({ file, name: file.replace(/\.tsx?$/, '') }))
for (const { file, name } of later) await bundle(`widget/later/${file}`, `forecost-${name}.js`)
const scripts = await Promise.all(later.map(({ name }) => readFile(`${OUT}/forecost-${name}.js`, 'utf8')))
digest = createHash('sha256').update(scripts.join('')).digest('hex').slice(0, DIGEST.length)
for (const [at, { name }] of later.entries()) {
  await rm(`${OUT}/forecost-${name}.js`)
  await writeFile(`${OUT}/forecost-${name}.${digest}.js`, scripts[at]!.replaceAll(`.${DIGEST}.js`, `.${digest}.js`))
}

/** What a page asks for by name. */
const named = [
  { entry: 'widget/forecost.ts', name: 'Forecost', file: 'forecost', plain: true },
  { entry: 'widget/table.ts', name: 'ForecostTable', file: 'forecost-table', plain: false },
]
for (const { entry, name, file, plain } of named) {
  await bundle(entry, `${file}.js`, plain)
  await writeFile(`${OUT}/${file}.iife.js`, classic(await readFile(`${OUT}/${file}.js`, 'utf8'), name))
}

/** Pages of their own: the iframe, what fits it on the other side, and the builder with the bundled cards. */
for (const [entry, file] of [
  ['widget/frame/inside.ts', 'frame'],
  ['widget/frame/outside.ts', 'forecost-frame'],
  ['widget/builder/main.tsx', 'builder'],
] as const)
  await bundle(entry, `${file}.js`, file === 'frame')
for (const page of ['frame/frame.html', 'frame/frame.css', 'builder/builder.html', 'builder/builder.css'])
  await copyFile(`widget/${page}`, `${OUT}/${page.split('/')[1]}`)
await copyFile('docs/rate-card.schema.json', `${OUT}/rate-card.schema.json`)
await mkdir(`${OUT}/cards`)
for (const name of cards) await writeFile(`${OUT}/cards/${name}.json`, await checkedCard(name))

/** A card that a reader's browser need not check, since the build did. */
async function checkedCard(name: string): Promise<string> {
  const text = await readFile(`core/rate-cards/${name}.json`, 'utf8')
  const { faults = [] } = parseCard(JSON.parse(text))
  if (faults.length > 0) throw new Error(`${name}: ${faults[0]!.path}: ${faults[0]!.message}`)
  return sealed(text, version)
}

/** A module whole in itself. `plain`: with what prices one number alone (core/decided.ts). */
async function bundle(entry: string, fileName: string, plain = false): Promise<void> {
  const config: InlineConfig = {
    configFile: false,
    logLevel: 'warn',
    plugins: [pickedEnglish, tightStyles, withH, ownRenderer, apart, plain && plainRules],
    oxc: { jsx: classicJsx },
    define: {
      'process.env.NODE_ENV': '"production"',
      __LANGUAGES__: JSON.stringify(`.${languages.digest}`),
      __CARDS__: JSON.stringify(cards),
      __VERSION__: JSON.stringify(version),
    },
    build: {
      outDir: OUT,
      emptyOutDir: false,
      target: 'es2022',
      minify: true,
      lib: { entry, formats: ['es'], fileName: () => fileName },
    },
  }
  await build(config)
  const path = `${OUT}/${fileName}`
  await writeFile(path, await tight(await readFile(path, 'utf8'), plain))
}

await mkdir(`${OUT}/languages`)
for (const { name, contents } of [...languages.files, ...(await builderFiles())])
  await writeFile(`${OUT}/languages/${name}`, contents)
await writeFile(`${OUT}/forecost.css`, tightCss(await readFile('widget/forecost.css', 'utf8')))
await writeTypes(`${OUT}/types`)
for (const [file, from] of [
  ['forecost', 'forecost'],
  ['forecost-table', 'table'],
])
  await writeFile(`${OUT}/${file}.d.ts`, `export * from './types/widget/${from}.js'\n`)

/** Each under a name that never changes its contents, with what `integrity` asks for. */
const digests: { [file: string]: string } = {}
for (const file of [...named.flatMap(({ file }) => [`${file}.js`, `${file}.iife.js`]), 'forecost.css']) {
  const versioned = file.replace(/^([\w-]+)/, `$1-${version}`)
  await copyFile(`${OUT}/${file}`, `${OUT}/${versioned}`)
  const digest = createHash('sha384').update(await readFile(`${OUT}/${file}`))
  digests[versioned] = `sha384-${digest.digest('base64')}`
}
await writeFile(`${OUT}/custom-elements.json`, JSON.stringify(customElements(), undefined, 2))
await writeFile(`${OUT}/sri.json`, JSON.stringify({ version, files: digests }, undefined, 2))
for (const [file, digest] of Object.entries(digests)) console.log(`${file}  ${digest}`)
