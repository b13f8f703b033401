import { parseArgs } from 'node:util'
import { localeFor, type Locale } from '../locales'
import { fill } from '../locales/message'
import { own } from '../own'
import { commands } from './commands'
import { Misuse, misuseText, type Command, type ExitCode, type Flags, type Given, type Io } from './io'
import { askedLanguage } from './language'

/** Runs one command of the registry; a misunderstanding is said on standard error and ends with 2. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const locale = await localeFor(askedLanguage(argv) ?? io.lang)
  const [name, ...rest] = argv
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out(help(locale))
    return name === undefined ? 2 : 0
  }
  try {
    const command = own(commands, name)
    if (!command) throw new Misuse('no-command', { word: name }, Object.keys(commands))
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(usage(command, locale))
      return 0
    }
    return await command.run(read(command, rest), io, locale)
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    io.err(`forecost: ${misuseText(error, locale)}`)
    return 2
  }
}

/** Every command can be asked in another language. */
const flagsOf = ({ flags }: Command): Flags => ({ ...flags, lang: 'string' })

function read(command: Command, args: string[]): Given {
  const flags = flagsOf(command)
  try {
    const options = Object.fromEntries(Object.entries(flags).map(([name, type]) => [name, { type }]))
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { words: positionals, flags: values as Given['flags'] }
  } catch (error) {
    const flag = /'(?:-\w, )?(--?[\w-]+)/.exec((error as Error).message)?.[1] ?? ''
    const type = flags[flag.slice(2) as keyof Flags]
    if (type) throw new Misuse(type === 'string' ? 'flag-value' : 'flag-bare', { flag })
    throw new Misuse(
      'no-flag',
      { word: flag },
      Object.keys(flags).map((name) => `--${name}`),
    )
  }
}

function help(locale: Locale): string {
  const words = locale.messages.command
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, command]) => `  ${name.padEnd(width)}  ${says(command, locale)}`)
  return [
    `forecost: ${words.title}`,
    '',
    ...lines,
    '',
    fill(words.more, { usage: 'forecost <command> --help' }, locale),
  ].join('\n')
}

function usage(command: Command, locale: Locale): string {
  const lines = Object.entries(flagsOf(command)).map(([flag, type]) => {
    const written = type === 'string' ? `--${flag} <${flag}>` : `--${flag}`
    return `  ${written.padEnd(22)}${locale.messages.command[`flag-${flag as keyof Flags}`]}`
  })
  const examples = (command.examples ?? []).map((example) => `  ${example}`)
  return [
    `forecost ${command.usage}`,
    `  ${locale.messages.command[command.says]}`,
    ...lines,
    ...(examples.length > 0 ? ['', ...examples] : []),
  ].join('\n')
}

const says = ({ says, examples: [example] = [] }: Command, { messages }: Locale): string =>
  example === undefined ? messages.command[says] : `${messages.command[says]}: ${example.replace('forecost ', '')}`
