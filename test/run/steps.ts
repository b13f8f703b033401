import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

/**
 * What a step counted, and each failure in one line: where it is and how its message begins. `unsteady`: failures of files that
 * passed when they ran again by themselves.
 */
export type Result = { passed: number; failed: number; skipped: number; failures: string[]; unsteady: string[] }
export type Step = { name: string; needsBrowsers: boolean; run: () => Result }

/** One command that passes or fails as a whole. */
export function command(name: string, line: string): Step {
  const run = () => {
    const { status } = spawnSync(line, { shell: true, stdio: 'inherit' })
    return sum([
      { passed: Number(status === 0), skipped: 0, failures: status === 0 ? [] : [`${line} ended with ${status}`] },
    ])
  }
  return { name, needsBrowsers: false, run }
}

/** Where more files than this failed, something is broken, and a second look says nothing new. */
const LOOK_AGAIN_AT = 4

/**
 * Vitest projects, with more of its arguments, counted from the runner's own JSON. A run that counts nothing, or whose files do not
 * load, has failed. On a busy machine a browser may fail a test that is right: a file of browser tests that failed runs once more by
 * itself, and that run counts.
 */
export function vitest(name: string, projects: string[], more = ''): Step {
  const needsBrowsers = projects.some((project) => ['built', 'e2e', 'slow'].includes(project))
  const chosen = projects.map((project) => `--project ${project}`).join(' ')
  const run = () => {
    const files = runFiles(`${chosen} ${more}`)
    const failed = files.filter(({ failures }) => failures.length > 0)
    if (!needsBrowsers || failed.length > LOOK_AGAIN_AT) return sum(files)
    const again = failed.map((file) => secondLook(file, chosen))
    return sum([...files.filter((file) => !failed.includes(file)), ...again])
  }
  return { name, needsBrowsers, run }
}

/** Every file of a project's folder as a step of its own, named like it. */
export function eachFile(project: string): Step[] {
  const files = readdirSync(`test/${project}`).filter((file) => file.endsWith('.test.ts'))
  return files.toSorted().map((file) => vitest(file.replace('.test.ts', ''), [project], `test/${project}/${file}`))
}

type FileResult = { place?: string; passed: number; skipped: number; failures: string[]; unsteady?: string[] }

function sum(files: FileResult[]): Result {
  const failures = files.flatMap((file) => file.failures)
  const count = (key: 'passed' | 'skipped') => files.reduce((total, file) => total + file[key], 0)
  return {
    passed: count('passed'),
    failed: failures.length,
    skipped: count('skipped'),
    failures,
    unsteady: files.flatMap((file) => file.unsteady ?? []),
  }
}

function secondLook(first: FileResult, chosen: string): FileResult {
  if (first.place === undefined) return first
  console.log(`\n--- once more, by itself: ${first.place}`)
  const [again] = runFiles(`${chosen} ${first.place}`)
  return again!.failures.length > 0 ? again! : { ...again!, unsteady: first.failures }
}

type Report = { testResults: ReportedFile[] }
type ReportedFile = { name: string; status: string; message: string; assertionResults: Assertion[] }
type Assertion = { fullName: string; status: string; failureMessages: string[] }

/** Runs vitest and counts each file; what belongs to no file, such as a runner that dies, is one without a place. */
function runFiles(args: string): FileResult[] {
  const folder = mkdtempSync(join(tmpdir(), 'forecost-test-'))
  const report = join(folder, 'result.json')
  const reporters = `--reporter=default --reporter=json --outputFile.json="${report}"`
  const { status } = spawnSync(`npx vitest run ${args} ${reporters}`, { shell: true, stdio: 'inherit' })
  const files = readReport(report)
  rmSync(folder, { recursive: true, force: true })
  if (!files) return [nowhere(`the runner left no report and ended with ${status}`)]
  const { passed, failed } = sum(files)
  if (failed > 0 || (status === 0 && passed > 0)) return files
  return [...files, nowhere(`no test failed, but the runner ended with ${status} and ${passed} passed`)]
}

const nowhere = (failure: string): FileResult => ({ passed: 0, skipped: 0, failures: [failure] })

function readReport(path: string): FileResult[] | undefined {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as Report).testResults.map(counted)
  } catch {
    return undefined
  }
}

function counted({ name, status, message, assertionResults }: ReportedFile): FileResult {
  const place = relative('.', name)
  const count = (wanted: string) => assertionResults.filter((one) => one.status === wanted).length
  const failures = assertionResults
    .filter((one) => one.status === 'failed')
    .map((one) => `${place}: ${one.fullName}: ${beginning(one.failureMessages[0] ?? '')}`)
  // A file that does not load, or whose hook fails, has no failed tests of its own.
  if (status === 'failed' && failures.length === 0) failures.push(`${place}: ${beginning(message)}`)
  return { place, passed: count('passed'), skipped: count('skipped'), failures }
}

function beginning(message: string): string {
  return message.split('\n').slice(0, 3).join(' ').slice(0, 400)
}
