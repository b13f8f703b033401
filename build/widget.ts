/**
 * Builds the widget into `dist/widget/`: the elements as ES modules and classic scripts, what they load later, languages, types, the
 * rules that keep their place, and `sri.json` with the digest of every file under its versioned name.
 */
import { createHash } from 'node:crypto'
import { copyFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { build, type InlineConfig } from 'vite'
import { classic } from './classic'
import { customElements } from './custom-elements'
import { classicJsx, ownRenderer, pickedEnglish, plainRules, tightStyles, withH } from './in-page'
import { builderFiles, spokenFiles } from './languages'
import { tight } from './tight'
import { writeTypes } from './widget-types'

const OUT = 'dist/widget'

const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
const languages = await spokenFiles()
const cards = (await readdir('core/rate-cards')).flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? [])
await rm(OUT, { recursive: true, force: true })

/**
 * `import('./later/fault')` is a script of its own beside the widget's, whole in itself: a page may have two versions of us. Its name
 * holds a digest, so that no other version of it ever answers.
 */
const laterFiles = new Map<string, string>()
const apart = {
  name: 'apart',
  enforce: 'pre' as const,
  resolveId(id: string) {
    const name = /^\.\/later\/(.+)$/.exec(id)?.[1]
    return name ? { id: `./${laterFiles.get(name)!}`, external: true } : undefined
  },
}

for (const file of await readdir('widget/later')) {
  const name = file.replace(/\.tsx?$/, '')
  const plain = `forecost-${name}.js`
  await bundle(`widget/later/${file}`, plain)
  const digest = createHash('sha256')
    .update(await readFile(`${OUT}/${plain}`))
    .digest('hex')
    .slice(0, 8)
  laterFiles.set(name, `forecost-${name}.${digest}.js`)
  await rename(`${OUT}/${plain}`, `${OUT}/${laterFiles.get(name)!}`)
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
await cp('core/rate-cards', `${OUT}/cards`, { recursive: true, filter: (path) => !path.endsWith('.ts') })

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
await copyFile('widget/forecost.css', `${OUT}/forecost.css`)
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
