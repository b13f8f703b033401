import en from './en.json'
import type { Locale, Messages } from './index'
import { intlTag, languageFor, languages } from './languages'
import { pseudo } from './pseudo'

/** The whole catalogue of a registered language. */
export async function messagesOf(language: string): Promise<Messages> {
  if (language === 'en') return en
  if (language === 'qps-rtl') return pseudo(en)
  // Bundlers want to see a folder in the name.
  return ((await import(`../locales/${language}.json`)) as { default: Messages }).default
}

/** The locale for a BCP 47 tag; English where the language is not known. */
export async function localeFor(tag: string): Promise<Locale> {
  const language = languageFor(tag)
  const { dir, intl } = languages[language]!
  return { language, dir, intl: intlTag(tag, language, intl), messages: await messagesOf(language) }
}
