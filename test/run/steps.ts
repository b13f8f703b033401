import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

/** What a step counted, and each failure in one line: where it is and how its message begins. */
export type Result = { passed: number; failed: number; skipped: number; failures: string[] }
export type Step = { name: string; needsBrowsers: boolean; run: () => Result }

/** One command that passes or fails as a whole. */
export function command(name: string, line: string): Step {
  const run = () => {
    const { status } = spawnSync(line, { shell: true, stdio: 'inherit' })
    if (status === 0) return { passed: 1, failed: 0, skipped: 0, failures: [] }
    return { passed: 0, failed: 1, skipped: 0, failures: [`${line} ended with ${status}`] }
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
  numPendingTests: number
  testResults: { name: string; status: string; message: string; assertionResults: Assertion[] }[]
}
type Assertion = { fullName: string; status: string; failureMessages: string[] }

function counted(file: string, status: number | null): Result {
  let report: Report
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: [`the runner left no report and ended with ${status}`] }
  }
  const { numPassedTests: passed, numPendingTests: skipped } = report
  const failures = report.testResults.flatMap(failuresOf)
  const silent = failures.length === 0 && (status !== 0 || passed === 0)
  if (silent) failures.push(`no test failed, but the runner ended with ${status} and ${passed} passed`)
  return { passed, failed: failures.length, skipped, failures }
}

// A file that does not load, or whose hook fails, has no failed tests of its own.
function failuresOf({ name, status, message, assertionResults }: Report['testResults'][number]): string[] {
  const place = relative('.', name)
  const failed = assertionResults.filter((one) => one.status === 'failed')
  if (status === 'failed' && failed.length === 0) return [`${place}: ${beginning(message)}`]
  return failed.map((one) => `${place}: ${one.fullName}: ${beginning(one.failureMessages[0] ?? '')}`)
}

function beginning(message: string): string {
  return message.split('\n').slice(0, 3).join(' ').slice(0, 400)
}
