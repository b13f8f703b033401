/** `draft`: no native speaker has read it yet. `intl`: what `Intl` is given where the language's own name is not a tag it knows. */
export type Language = { dir: 'ltr' | 'rtl'; draft?: true; intl?: string }

/**
 * One line per language, beside its `<language>.json` with every key of English. A reader loads only his own: the command line by
 * load.ts, the extension and the widget as files that their builds write. `qps-rtl` is made from English (pseudo.ts), for tests.
 */
export const languages: { [language: string]: Language } = {
  ar: { dir: 'rtl', draft: true },
  de: { dir: 'ltr', draft: true },
  es: { dir: 'ltr', draft: true },
  fr: { dir: 'ltr', draft: true },
  it: { dir: 'ltr', draft: true },
  ja: { dir: 'ltr', draft: true },
  ko: { dir: 'ltr', draft: true },
  pl: { dir: 'ltr', draft: true },
  pt: { dir: 'ltr', draft: true },
  tr: { dir: 'ltr', draft: true },
  zh: { dir: 'ltr', draft: true },
  en: { dir: 'ltr' },
  'qps-rtl': { dir: 'rtl', intl: 'he' },
}

/** The languages that people may choose. */
export const shipped = (): string[] => Object.keys(languages).filter((language) => !language.startsWith('qps'))

/** "pt" of "pt-BR". */
export const stemOf = (tag: string): string => tag.toLowerCase().split('-')[0]!

/** The language for a BCP 47 tag: itself, else its primary language in any region ("pt" and "pt-PT" find "pt-BR"), else English. */
export const languageFor = (tag: string): string => nearestOf(tag, Object.keys(languages))

/** The same among some languages. */
export function nearestOf(tag: string, known: readonly string[]): string {
  const named = (name: string) => known.find((language) => language.toLowerCase() === name)
  const stem = stemOf(tag)
  return named(tag.toLowerCase()) ?? named(stem) ?? known.find((language) => stemOf(language) === stem) ?? 'en'
}

/** What `Intl` is given: the reader's own tag (de-CH) where it is of the language that was found, else the language. */
export function intlTag(tag: string, language: string, intl?: string): string {
  if (intl || stemOf(tag) !== stemOf(language)) return intl ?? language
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? language
  } catch {
    return language
  }
}
