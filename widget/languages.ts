import { amount, unit, per, reason, line, qualifier, form, widget } from '../core/locales/en.json'
import type { Locale, Messages } from '../core/locales'
import { intlTag, languageFor, languages } from '../core/locales/languages'
import { here } from './place'

/** What the widget says of the catalogue; the rest stays out of a reader's download. Reasons come with later/whole.ts. */
export const english = {
  amount,
  unit,
  per,
  reason: { more: reason.more },
  line,
  qualifier,
  form,
  widget,
} as unknown as Messages

/** Written by the build: a digest of all languages, part of their files' names, so that none is ever of another version. */
declare const __LANGUAGES__: string | undefined

type Known = { dir: 'ltr' | 'rtl'; messages: Messages; intl: string | undefined }
const known = new Map<string, Known>([['en', { dir: 'ltr', messages: english, intl: undefined }]])
const learning = new Map<string, Promise<void>>()
let folder = 'languages/'

/** Teaches every calculator of the page a language: all messages of the groups above, and the direction of its script. */
export function addLanguage(language: string, dir: 'ltr' | 'rtl', messages: Messages, intl?: string): void {
  known.set(language, { dir, messages, intl })
}

/** Where the files of the languages lie, relative to the page; without it beside the script. For those who bundle the script. */
export function languagesFrom(address: string): void {
  folder = new URL(address.replace(/\/?$/, '/'), document.baseURI).href
}

const nameFor = (tag: string): string => languageFor(tag, [...known.keys(), ...Object.keys(languages)])

/** Whether the language for a tag is here already. */
export const speaks = (tag: string): boolean => known.has(nameFor(tag))

/** Loads the language for a tag, once for a page. Where it cannot be had the widget stays English, and the author is told. */
export function learn(tag: string): Promise<void> | undefined {
  const name = nameFor(tag)
  if (!known.has(name) && !learning.has(name)) learning.set(name, load(name))
  return learning.get(name)
}

async function load(name: string): Promise<void> {
  const { dir, intl } = languages[name]!
  const version = typeof __LANGUAGES__ === 'string' ? __LANGUAGES__ : ''
  try {
    const address = new URL(`${folder}${name}${version}.json`, here)
    const reply = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' })
    addLanguage(name, dir, (await reply.json()) as Messages, intl)
  } catch (error) {
    learning.delete(name)
    console.warn(`no language ${name}: ${String(error)}`)
  }
}

/** The locale for a tag such as "de-CH": its language where it is known, else English. Numbers follow the region. */
export function localeOf(tag: string): Locale {
  const language = languageFor(tag, [...known.keys()])
  const { dir, messages, intl } = known.get(language)!
  return { language, dir, messages, intl: intlTag(tag, language, intl) }
}
