import type { ExitCode } from '../../../core/cli/io'
import { run } from '../../../core/cli/run'

export type Session = { out: string; err: string; code: ExitCode; written: Record<string, string> }

/** Runs a command line on files and standard input that are given, on 21 November 2026. */
export async function forecost(
  line: string[],
  files: Record<string, string> = {},
  input?: string,
  lang = 'en',
): Promise<Session> {
  const out: string[] = []
  const err: string[] = []
  const written: Record<string, string> = {}
  const code = await run(line, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    lines: () => (input === undefined ? undefined : linesOf(input)),
    read: async (path) => {
      const text = files[path]
      if (text === undefined) throw new Error('no such file')
      return text
    },
    write: async (path, text) => void (written[path] = text),
    lang,
    now: () => new Date('2026-11-21T10:00:00Z'),
  })
  return { out: out.join('\n'), err: err.join('\n'), code, written }
}

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split('\n')
}
