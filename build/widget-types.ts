/** The types of the widget as a package ships them: readable by every way of resolving modules, and whole without our sources. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const ENGLISH = 'core/locales/en.json'

/** Writes them to a folder, those for templates of React, Vue and Svelte among them. */
export async function writeTypes(out: string): Promise<void> {
  execFileSync('npx', ['tsc', '-p', 'build/tsconfig.types.json'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  await mkdir(`${out}/widget/frameworks`, { recursive: true })
  for (const file of await readdir('widget/frameworks'))
    await copyFile(`widget/frameworks/${file}`, `${out}/widget/frameworks/${file}`)
  const english = JSON.parse(await readFile(ENGLISH, 'utf8')) as object
  await writeFile(`${out}/core/locales/en.d.ts`, `declare const en: ${typeOf(english)}\nexport default en\n`)
  for (const file of await readdir(out, { recursive: true }))
    if (file.endsWith('.d.ts')) await complete(join(out, file))
}

// Where a project resolves modules as Node does, every name needs its ending; and JSON is read only where that is asked for.
async function complete(file: string): Promise<void> {
  const ended = (_: string, before: string, name: string): string => {
    const plain = name.replace(/\.(js|json)$/, '')
    const folder = existsSync(join(dirname(file), plain, 'index.d.ts'))
    return `${before}${plain}${folder ? '/index' : ''}.js`
  }
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/((?:from |import\()["'])(\.{1,2}\/[^"']+)(?=["'])/g, ended))
}

const typeOf = (messages: string | object): string =>
  typeof messages === 'string'
    ? 'string'
    : `{ ${Object.entries(messages)
        .map(([name, inner]) => `${JSON.stringify(name)}: ${typeOf(inner)}`)
        .join('; ')} }`
