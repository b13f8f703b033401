import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Rollup } from 'vite'
import { plainRules } from '../../build/in-page'
import { tight } from '../../build/tight'

type Decided = typeof import('../../core/decided')

/** core/decided.ts as it goes into the widget: with what the build leaves out of the rules, and with its names. */
export async function decidedAsShipped(): Promise<Decided> {
  const [made] = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [plainRules],
    build: { write: false, target: 'es2022', lib: { entry: 'core/decided.ts', formats: ['es'] } },
  })) as Rollup.RollupOutput[]
  const folder = await mkdtemp(join(tmpdir(), 'forecost-plain-'))
  try {
    const file = join(folder, 'decided.mjs')
    await writeFile(file, await tight(made!.output[0].code, false))
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Decided
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
