import type { Messages } from '../../core/locales'
import { languageFor, languages } from '../../core/locales/languages'
import type { addLanguage } from '../languages'

/** Written by the build: a digest of all languages, part of their files' names, so that none is ever of another version. */
declare const __LANGUAGES__: string | undefined

/** Teaches the language for a tag from its file in a folder; nothing where that is English. Rejects where it cannot be had. */
export async function read(tag: string, folder: URL, teach: typeof addLanguage): Promise<void> {
  const name = languageFor(tag)
  if (name === 'en') return
  const version = typeof __LANGUAGES__ === 'string' ? __LANGUAGES__ : ''
  const reply = await fetch(new URL(`${name}${version}.json`, folder), {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
  if (!reply.ok) throw new Error(`${reply.url} answered ${reply.status}`)
  const { dir, intl } = languages[name]!
  teach(name, dir, (await reply.json()) as Messages, intl)
}
