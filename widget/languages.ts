import type { Locale, Messages } from '../core/locales'
import { intlTag, stemOf } from '../core/locales/languages'
import { english } from './english'
import { here } from './place'

type Known = Omit<Locale, 'intl'> & { intl?: string | undefined }
const en: Known = { language: 'en', dir: 'ltr', messages: english }
/** By language, in any region and in its own; English stands for those that cannot be had. */
const known = new Map([['en', en]])
const learning = new Map<string, Promise<void>>()
let folder: string | undefined

/** Teaches every calculator of the page a language: all messages of the groups above, and the direction of its script. */
export function addLanguage(language: string, dir: 'ltr' | 'rtl', messages: Messages, intl?: string): void {
  for (const name of [stemOf(language), language.toLowerCase()]) known.set(name, { language, dir, messages, intl })
}

/** Where the files of the languages lie, relative to the page; without it beside the script. For those who bundle the script. */
export function languagesFrom(address: string): void {
  folder = address.replace(/\/?$/, '/')
}

const knownFor = (tag: string): Known | undefined => known.get(tag.toLowerCase()) ?? known.get(stemOf(tag))

/** Whether the language for a tag is here already, or cannot be had. */
export const speaks = (tag: string): boolean => Boolean(knownFor(tag))

/** Loads the language for a tag, once for a page. Where it cannot be had the widget stays English, and the author is told. */
export function learn(tag: string): Promise<void> | undefined {
  if (!speaks(tag) && !learning.has(tag)) learning.set(tag, load(tag))
  return learning.get(tag)
}

async function load(tag: string): Promise<void> {
  try {
    const { read } = await import('./later/language')
    // A server has no page: it may be told before there is one.
    await read(tag, folder ? new URL(folder, document.baseURI) : new URL('languages/', here), addLanguage)
    if (!speaks(tag)) known.set(tag.toLowerCase(), en)
  } catch (error) {
    learning.delete(tag)
    console.warn(`no language ${tag}: ${String(error)}`)
  }
}

/** The locale for a tag such as "de-CH": its language where it is known, else English. Numbers follow the region. */
export function localeOf(tag: string): Locale {
  const found = knownFor(tag) ?? en
  return { ...found, intl: intlTag(tag, found.language, found.intl) }
}
