import { parseArgs } from 'node:util'
import { commands } from './commands'
import { Misuse, type Command, type ExitCode, type Given, type Io } from './io'
import { hint } from './nearest'

/** Runs one command of the registry; a misunderstanding is said on standard error and ends with 2. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = argv
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out(help())
    return name === undefined ? 2 : 0
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new Misuse(`no command "${name}"${hint(name, Object.keys(commands))}`)
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(usage(name, command))
      return 0
    }
    return await command.run(read(command, rest), io)
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    io.err(`forecost: ${error.message}`)
    return 2
  }
}

function read({ flags }: Command, args: string[]): Given {
  try {
    const options = Object.fromEntries(Object.entries(flags).map(([name, { type }]) => [name, { type }]))
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { words: positionals, flags: values as Given['flags'] }
  } catch (error) {
    const unknown = error instanceof Error ? /'(--?[\w-]+)'/.exec(error.message)?.[1] : undefined
    if (unknown === undefined) throw new Misuse(error instanceof Error ? error.message : String(error))
    const known = Object.keys(flags).map((name) => `--${name}`)
    if (known.includes(unknown)) throw new Misuse((error as Error).message)
    throw new Misuse(`no flag "${unknown}"${known.length > 0 ? hint(unknown, known) : ''}`)
  }
}

function help(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(width)}  ${says}`)
  return [
    'forecost: the price, before you press Generate',
    '',
    ...lines,
    '',
    'forecost <command> --help says more. Exit codes: 0 done, 1 the answer is no, 2 not understood.',
  ].join('\n')
}

function usage(name: string, { says, usage, flags }: Command): string {
  const lines = Object.entries(flags).map(([flag, { type, says }]) => {
    const written = type === 'string' ? `--${flag} <${flag}>` : `--${flag}`
    return `  ${written.padEnd(22)}${says}`
  })
  return [`forecost ${usage}`, `  ${says}`, ...lines].join('\n') + (name === 'quote' ? EXAMPLE : '')
}

const EXAMPLE = `

  forecost quote runway text-to-video model=gen4_turbo duration=5
  echo '{"card":"runway","feature":"text-to-video","request":{"model":"gen4_turbo","duration":5}}' | forecost quote`
