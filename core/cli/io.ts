import { fill, type Fillings } from '../locales/message'
import type { Locale, Messages } from '../locales'
import { nearest } from './nearest'

/** The outside world as a command sees it; nothing else in core touches it. */
export type Io = {
  out: (text: string) => void
  err: (text: string) => void
  /** Lines of standard input; undefined at a terminal, where nobody pipes anything in. */
  lines: () => AsyncIterable<string> | undefined
  read: (path: string) => Promise<string>
  write: (path: string, text: string) => Promise<void>
  now: () => Date
  /** The language of whoever reads, where --lang names none. */
  lang: string
}

/** 0: done. 1: the answer is no (unpriced, a card with errors). 2: the command was not understood. */
export type ExitCode = 0 | 1 | 2

type Words = Messages['command']

/** What the user wrote cannot be understood: which message says so, and the words that would be. */
export class Misuse extends Error {
  constructor(
    readonly key: keyof Words,
    readonly fillings: Fillings = {},
    readonly allowed?: readonly string[],
  ) {
    super(key)
  }
}

const MOST_LISTED = 20

/** A misunderstanding as a sentence: `no feature "vidoe"; did you mean "video"? There are: ...`. */
export function misuseText({ key, fillings, allowed }: Misuse, locale: Locale): string {
  const words = locale.messages.command
  const says = fill(words[key], fillings, locale)
  if (!allowed) return says
  const near = nearest(String(fillings['word'] ?? ''), allowed)
  const list = `${allowed.slice(0, MOST_LISTED).join(', ')}${allowed.length > MOST_LISTED ? ', …' : ''}`
  return near === undefined
    ? fill(words.there, { says, list }, locale)
    : fill(words.meant, { says, near, list }, locale)
}

/** The names of flags; each has its message, `flag-<name>`. */
type Flag = { [K in keyof Words]: K extends `flag-${infer Name}` ? Name : never }[keyof Words]
export type Flags = { [F in Flag]?: 'string' | 'boolean' }
export type Given = { words: string[]; flags: { [flag: string]: string | boolean | undefined } }
export type Command = {
  says: keyof Words
  examples?: string[]
  usage: string
  flags: Flags
  run: (given: Given, io: Io, locale: Locale) => Promise<ExitCode>
}
