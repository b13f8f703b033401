import type { Locale, Messages } from '../core/locales'
import { intlTag, nearestOf } from '../core/locales/languages'
import { english } from './english'
import { here } from './place'

type Known = { dir: 'ltr' | 'rtl'; messages: Messages; intl: string | undefined }
const known = new Map<string, Known>([['en', { dir: 'ltr', messages: english, intl: undefined }]])
const learning = new Map<string, Promise<void>>()
const settled = new Set<string>()
let folder = 'languages/'

/** Teaches every calculator of the page a language: all messages of the groups above, and the direction of its script. */
export function addLanguage(language: string, dir: 'ltr' | 'rtl', messages: Messages, intl?: string): void {
  known.set(language, { dir, messages, intl })
}

/** Where the files of the languages lie, relative to the page; without it beside the script. For those who bundle the script. */
export function languagesFrom(address: string): void {
  folder = new URL(address.replace(/\/?$/, '/'), document.baseURI).href
}

const knows = (tag: string): boolean => /^en\b/i.test(tag) || nearestOf(tag, [...known.keys()]) !== 'en'

/** Whether the language for a tag is here already, or cannot be had. */
export const speaks = (tag: string): boolean => knows(tag) || settled.has(tag)

/** Loads the language for a tag, once for a page. Where it cannot be had the widget stays English, and the author is told. */
export function learn(tag: string): Promise<void> | undefined {
  if (!knows(tag) && !learning.has(tag)) learning.set(tag, load(tag))
  return learning.get(tag)
}

async function load(tag: string): Promise<void> {
  try {
    const { read } = await import('./later/language')
    const found = await read(tag, (file) => new URL(folder + file, here))
    if (found) addLanguage(found.name, found.dir, found.messages, found.intl)
    settled.add(tag)
  } catch (error) {
    learning.delete(tag)
    console.warn(`no language ${tag}: ${String(error)}`)
  }
}

/** The locale for a tag such as "de-CH": its language where it is known, else English. Numbers follow the region. */
export function localeOf(tag: string): Locale {
  const language = nearestOf(tag, [...known.keys()])
  const { dir, messages, intl } = known.get(language)!
  return { language, dir, messages, intl: intlTag(tag, language, intl) }
}
