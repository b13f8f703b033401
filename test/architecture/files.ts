import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export type File = { path: string; text: string }

const root = fileURLToPath(new URL('../../', import.meta.url))
const passed = new Set(['node_modules', 'dist', '.git', '.wxt', 'facts', 'hosts', 'gallery'])
const read = /\.(ts|tsx|css|json|html)$/

/** Every source file under the named folders, with slashes in its path. */
export function sources(...folders: string[]): File[] {
  return folders.flatMap((folder) => inside(join(root, folder)))
}

function inside(folder: string): File[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return passed.has(entry.name) ? [] : inside(path)
    if (!read.test(entry.name)) return []
    return [{ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }]
  })
}

/** What a file imports: [as written, as a path from the root where it is relative]. */
export function imports({ path, text }: File): { from: string; to: string }[] {
  const named = text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"\n;]*(?:\{[^}]*\}[^'"\n;]*)?['"]([^'"\n]+)['"]/g)
  const called = text.matchAll(/\bimport\(\s*['"]([^'"\n]+)['"]/g)
  return [...named, ...called].map(([, from]) => ({ from: from!, to: resolved(path, from!) }))
}

function resolved(path: string, from: string): string {
  if (!from.startsWith('.')) return from
  const steps = path.split('/').slice(0, -1)
  for (const step of from.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
