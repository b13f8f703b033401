import { readFile, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { languageOf } from './language'
import { run } from './run'

// A reader that closes early (head) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  lines: () => (process.stdin.isTTY ? undefined : createInterface({ input: process.stdin, crlfDelay: Infinity })),
  read: async (path) => (await readFile(path, 'utf8')).replace(/^\uFEFF/, ''),
  write: (path, text) => writeFile(path, text, { flag: 'wx' }),
  now: () => new Date(),
  lang: languageOf(process.env),
})
