/** The outside world as a command sees it; nothing else in core touches it. */
export type Io = {
  out: (text: string) => void
  err: (text: string) => void
  /** Lines of standard input; undefined at a terminal, where nobody pipes anything in. */
  lines: () => AsyncIterable<string> | undefined
  read: (path: string) => Promise<string>
  write: (path: string, text: string) => Promise<void>
  now: () => Date
}

/** 0: done. 1: the answer is no (unpriced, a card with errors). 2: the command was not understood. */
export type ExitCode = 0 | 1 | 2

/** What the user wrote cannot be understood; the message says what would be. */
export class Misuse extends Error {}

export type Flags = Record<string, { type: 'string' | 'boolean'; says: string }>
export type Given = { words: string[]; flags: Record<string, string | boolean | undefined> }
export type Command = {
  says: string
  usage: string
  flags: Flags
  run: (given: Given, io: Io) => Promise<ExitCode>
}
