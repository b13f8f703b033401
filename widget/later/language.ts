import type { Messages } from '../../core/locales'
import { languageFor, languages, type Language } from '../../core/locales/languages'

/** Written by the build: a digest of all languages, part of their files' names, so that none is ever of another version. */
declare const __LANGUAGES__: string | undefined

type Found = Language & { name: string; messages: Messages }

/** The language for a tag as its file beside the script says it; undefined where that is English. Rejects where it cannot be had. */
export async function read(tag: string, at: (file: string) => URL): Promise<Found | undefined> {
  const name = languageFor(tag)
  if (name === 'en') return undefined
  const version = typeof __LANGUAGES__ === 'string' ? __LANGUAGES__ : ''
  const reply = await fetch(at(`${name}${version}.json`), { credentials: 'omit', referrerPolicy: 'no-referrer' })
  if (!reply.ok) throw new Error(`${reply.url} answered ${reply.status}`)
  return { ...languages[name]!, name, messages: (await reply.json()) as Messages }
}
