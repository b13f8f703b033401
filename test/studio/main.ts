import { parseArgs } from 'node:util'
import { startStudio } from './server'

// tsx test/studio/main.ts --port 4300 [--now 2026-12-01] [--seed 7] [--fail-rate 0.05]
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4300' },
    host: { type: 'string', default: 'localhost' },
    now: { type: 'string' },
    seed: { type: 'string' },
    'fail-rate': { type: 'string', default: '0.05' },
  },
})
const studio = await startStudio({
  port: Number(values.port),
  host: values.host,
  failRate: Number(values['fail-rate']),
  ...(values.now && { now: Date.parse(values.now) }),
  ...(values.seed && { seed: Number(values.seed) }),
})
console.log(`Nordlys Studio is open at ${studio.url}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void studio.close().then(() => process.exit(0)))
