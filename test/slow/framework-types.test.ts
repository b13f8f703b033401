import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWidget } from '../built/widget-site'
import { install } from '../hosts/build'

const run = promisify(execFile)
const shell = process.platform === 'win32'
const root = join(import.meta.dirname, '../..')
const folder = join(root, 'test/hosts/types')
let packed: string

/** What a checker prints, whether it finds something or not. */
async function check(tool: string, ...args: string[]): Promise<string> {
  const bin = join(folder, 'node_modules', tool)
  return run(process.execPath, [bin, ...args], { cwd: folder, maxBuffer: 1e8 }).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  )
}

// The package as it would be published, in a project that has the frameworks' own compilers.
beforeAll(async () => {
  buildWidget()
  await install(folder)
  packed = await mkdtemp(join(tmpdir(), 'forecost-'))
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', packed], { cwd: root, shell })
  const file = join(packed, stdout.trim().split('\n').at(-1)!)
  expect(existsSync(file)).toBe(true)
  await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', file], { cwd: folder, shell, maxBuffer: 1e8 })
})
afterAll(() => rm(packed, { recursive: true, force: true }))

/** An error's file and line, however the checker writes it: `bad.tsx(2,39)`, `"Bad.svelte" 6:22`. */
const places = (printed: string): string[] =>
  [...printed.matchAll(/^(?:\d+ ERROR )?"?([\w./-]+\.(?:tsx?|vue|svelte))"?(?:\(| )(\d+)/gm)].map(
    ([, file, line]) => `${file}:${line}`,
  )
const lines = (file: string, from: number): string[] => Array.from({ length: 6 }, (_, i) => `${file}:${from + i}`)

test.each([
  ['tsc, for React', 'typescript/bin/tsc', ['-p', '.'], lines('bad.tsx', 2)],
  ['vue-tsc', 'vue-tsc/bin/vue-tsc.js', ['-p', 'tsconfig.vue.json'], lines('Bad.vue', 7)],
  [
    'svelte-check',
    'svelte-check/bin/svelte-check',
    ['--tsconfig', './tsconfig.svelte.json', '--output', 'machine'],
    lines('Bad.svelte', 6),
  ],
])('%s passes right attributes and events, and finds every wrong one', async (_name, tool, args, wrong) => {
  expect(places(await check(tool, ...args))).toEqual(wrong)
})
