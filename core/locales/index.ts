import en from './en.json'
import { pseudo } from './pseudo'

/** The whole catalogue; English is complete by definition, and the others are checked against it. */
export type Messages = typeof en

/** A language at work: its messages, the tag `Intl` is given, and the direction of its script. */
export type Locale = { language: string; intl: string; dir: 'ltr' | 'rtl'; messages: Messages }

export type Language = { dir: 'ltr' | 'rtl'; intl?: string; load: () => Promise<Messages> }

/** One line per language; a reader downloads only his own. `qps-rtl` is English run through a bidirectional test pattern. */
export const languages: { [language: string]: Language } = {
  en: { dir: 'ltr', load: async () => en },
  'qps-rtl': { dir: 'rtl', intl: 'he', load: async () => pseudo(en) },
}

export const english: Locale = { language: 'en', intl: 'en', dir: 'ltr', messages: en }

/** The registered language for a BCP 47 tag: itself, else its primary language, else English. */
export function languageFor(tag: string): string {
  const primary = tag.toLowerCase().split('-')[0] ?? ''
  return [tag, tag.toLowerCase(), primary].find((name) => Object.hasOwn(languages, name)) ?? 'en'
}

/** Numbers and dates follow the reader's own tag (de-CH) where it speaks the language that was found. */
export async function localeFor(tag: string): Promise<Locale> {
  const name = languageFor(tag)
  const language = languages[name] ?? languages['en']!
  return {
    language: name,
    intl: language.intl ?? regional(tag, name),
    dir: language.dir,
    messages: await language.load(),
  }
}

function regional(tag: string, language: string): string {
  if (!tag.toLowerCase().startsWith(language)) return language
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? language
  } catch {
    return language
  }
}
