import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { builtExtension } from '../e2e/built'

type Report = { errors: Finding[]; warnings: Finding[]; notices: Finding[] }
type Finding = { code: string; file?: string; message: string }

test("the store's own linter finds nothing in the Firefox add-on", () => {
  const { errors, warnings, notices } = lint(builtExtension('firefox-mv3'))
  expect([...errors, ...warnings, ...notices].map(({ code, file }) => `${code} in ${file}`)).toEqual([])
})

function lint(folder: string): Report {
  const line = ['web-ext', 'lint', '--source-dir', folder, '--output', 'json', '--no-config-discovery']
  try {
    return JSON.parse(execFileSync('npx', line, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as Report
  } catch (error) {
    // It ends with 1 when it finds errors; they are in what it says.
    const { stdout } = error as { stdout?: string }
    if (!stdout) throw error
    return JSON.parse(stdout) as Report
  }
}
