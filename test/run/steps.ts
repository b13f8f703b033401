import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Result = { passed: number; failed: number; skipped: number }
export type Step = { name: string; needsBrowsers: boolean; run: () => Result }

/** One command that passes or fails as a whole. */
export function command(name: string, line: string): Step {
  const run = () => {
    const { status } = spawnSync(line, { shell: true, stdio: 'inherit' })
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 }
  }
  return { name, needsBrowsers: false, run }
}

/**
 * Vitest projects, with more of its arguments, counted from the runner's own JSON. A run that counts nothing, or whose files do not
 * load, has failed.
 */
export function vitest(name: string, projects: string[], more = ''): Step {
  const run = () => {
    const folder = mkdtempSync(join(tmpdir(), 'forecost-test-'))
    const file = join(folder, 'result.json')
    const chosen = projects.map((project) => `--project ${project}`).join(' ')
    const reporters = `--reporter=default --reporter=json --outputFile.json="${file}"`
    const { status } = spawnSync(`npx vitest run ${chosen} ${more} ${reporters}`, { shell: true, stdio: 'inherit' })
    const result = counted(file, status)
    rmSync(folder, { recursive: true, force: true })
    return result
  }
  return { name, needsBrowsers: projects.some((project) => ['built', 'e2e', 'slow'].includes(project)), run }
}

/** Every file of a project's folder as a step of its own, named like it. */
export function eachFile(project: string): Step[] {
  const files = readdirSync(`test/${project}`).filter((file) => file.endsWith('.test.ts'))
  return files.toSorted().map((file) => vitest(file.replace('.test.ts', ''), [project], `test/${project}/${file}`))
}

type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

function counted(file: string, status: number | null): Result {
  let report: Report
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
  // A file that does not load has no tests of its own to fail.
  const unloaded = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + unloaded
  const silent = failed === 0 && (status !== 0 || report.numPassedTests === 0)
  return { passed: report.numPassedTests, failed: failed + (silent ? 1 : 0), skipped: report.numPendingTests }
}
