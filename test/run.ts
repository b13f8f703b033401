/**
 * `npm test` and `npm run test:slow`: every check one after another, then each step's sum, one line for
 * every failure (`FAILED file: test: message`) and for every one that passed when its file ran again (`UNSTEADY …`, a test to mend), and
 * one last line with the sum of them all.
 * Names of steps choose some: `npm test -- types units`, `npm run test:slow -- build hosts`.
 */
import { availableParallelism } from 'node:os'
import { ensureBrowsers } from './run/browsers'
import { command, eachFile, vitest, type Result, type Step } from './run/steps'

const quick: Step[] = [
  command('types', 'npm run -s types'),
  command('lint', 'npm run -s lint'),
  command('format', 'npm run -s format:check'),
  // Left to itself the runner keeps one core for others.
  vitest('units', ['core', 'dom', 'studio', 'architecture'], `--maxWorkers=${availableParallelism()}`),
  command('build', 'npm run -s build'),
  vitest('built', ['built']),
  vitest('e2e', ['e2e']),
]
const slow: Step[] = [command('build', 'npm run -s build'), ...eachFile('slow')]

const [first, ...rest] = process.argv.slice(2)
const steps = first === 'slow' ? slow : quick
const named = first === 'slow' ? rest : process.argv.slice(2)
const chosen = named.length ? steps.filter((step) => named.includes(step.name)) : steps

if (chosen.some((step) => step.needsBrowsers)) ensureBrowsers()
const results: Result[] = []
const lines: string[] = []
for (const step of chosen) {
  const begun = Date.now()
  console.log(`\n--- ${step.name}`)
  const result = step.run()
  const skipped = result.skipped ? `, ${result.skipped} skipped` : ''
  const minutes = ((Date.now() - begun) / 60_000).toFixed(1)
  const line = `--- ${step.name}: ${result.passed} passed, ${result.failed} failed${skipped} (${minutes} min)`
  console.log(line)
  lines.push(line)
  results.push(result)
}
const passed = results.reduce((sum, result) => sum + result.passed, 0)
const failed = results.reduce((sum, result) => sum + result.failed, 0)
const told = results.flatMap(({ failures, unsteady }) => [
  ...unsteady.map((failure) => `UNSTEADY ${failure}`),
  ...failures.map((failure) => `FAILED ${failure}`),
])
console.log(['', ...lines, '', ...told, `${passed} passed, ${failed} failed`].join('\n'))
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
